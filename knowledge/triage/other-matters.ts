/** Words of matters that are not ours: weather, food, health, farming, school, travel, machines, play, luck. Said with a word of law they still make a question doubtful. */
const WORDS = `
天气 下雨 下雪 几度 气温 刮风 太阳 月亮 星星 地球 天是蓝
好吃 做法 菜谱 怎么炒 怎么蒸 怎么炖 红烧 馒头 面条 牛肉面 火锅 饭馆 食堂 味道 放糖 放盐 发酵 做菜 炖肉 吃了没 吃饭了吗
电影 电视剧 哪部剧 那部剧 谁演 演员 主演 好看不 好看吗 首歌 歌词 歌曲 新曲 唱歌 唱得 秦腔 广场舞 跳舞 小说 漫画 综艺 动画片 看什么台 球赛 足球 篮球 世界杯 奥运 乒乓 比赛谁赢
讲个笑话 笑话 谜语 写一首 写首诗 诗歌 对联 春联 成语 毛笔 书法 怎么念 怎么读 几画 英语怎么说 翻译成 造句 近义词 作文 数学题 方程 乘法 加法 等于几 哪个朝代 名言 历史上 高考 多少分
属相 属龙 生肖 星座 运气 风水 算命 做梦 梦见 黄道吉日 哪天日子好 起名 起个好听 手相
股票 基金 黄金 金价 汇率 涨停 彩票 双色球 开奖 大乐透 炒股 比特币
感冒 吃什么药 降压 血压 血糖 高烧 发烧 退烧 咳嗽 膝盖疼 头疼 失眠 掉头发 减肥 养生 保健 偏方 中药 孕妇吃 洗发水
种子几月 几月份种 啥时候种 什么时候种 剪枝 浇水 施肥 打什么药 拉稀 不下蛋 喂什么 养花 发芽 猫 小狗
高铁 火车票 飞机票 机票 几路车 公交车 班车 怎么走 景点 门票 莫高窟 旅游 天安门
密码忘 wifi 电脑 手机没声 充电 死机 微信怎么发 发红包 抖音 剪视频 流量 表格 excel word 打印机 洗衣机 冰箱 暖气不热 下载 安装 表情包 头像 壁纸
王者荣耀 游戏 皮肤 打牌 麻将 斗地主
穿什么 颜色好看 什么颜色 口红 请柬 红包 随礼 红纸 红布 哪年盖 真气派 停车方便 附近 旁边有 几点关门吃 装修风格 沙发 油点子 去味 洗衣服
你是谁 你叫 机器人 真人 早上好 晚安 哈哈 嘿嘿 辛苦了 想你 爱你 无聊 聊天 叫奶奶 会走路了 真可爱
`
  .trim()
  .split(/\s+/)

/** How many words of other matters stand in a text. */
export const otherMattersIn = (plain: string): number => WORDS.filter((word) => plain.includes(word)).length
