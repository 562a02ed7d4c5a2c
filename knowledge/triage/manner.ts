/** What kind of thing was said: a question for us, a greeting, a wish for a person, something else altogether, or nothing. */
import { topicsOf } from './topic.ts'

export type Manner = 'question' | 'unclear' | 'greeting' | 'thanks' | 'person' | 'notLegal' | 'nonsense'

const GREETING =
  /^(?:你|您|大家)?(?:好+|在(?:吗|不在|不)|在么|早上好|上午好|中午好|下午好|晚上好|早|晚安|喂+|哈喽|哈罗|嗨+|hi|hello|hey|你好|您好|有人(?:吗|在吗)?|请问|咨询|我(?:想|要)(?:咨询|问)(?:一下|个?(?:问题|事))?|测试|test|hello world)[呀啊吗呢哈哦么,，。.!！?？~～\s在]*$/iu
const THANKS =
  /^(?:好的?|嗯+|哦+|噢|行|可以|知道了|明白了?|懂了|了解|收到|ok|okay|谢谢|多谢|感谢|谢了|辛苦了?|再见|拜拜|没事了?|没有了|不用了)[呀啊吗呢哈哦你您了的啦,，。.!！~～\s谢]*$/iu
const PERSON =
  /(?:转|找|要|接)人工|人工(?:服务|客服)|^人工$|真人|转接|客服|找(?:个|一?位)?(?:人|律师)(?:问|聊|说|帮)|(?:想|要)(?:见|找)(?:个|一?位)?律师|你(?:是|叫)(?:谁|什么|不是|机器)|是(?:不是)?(?:机器人|真人|人工智能$)|(?:你们|中心|窗口|服务点|法律援助中心)[^，。]{0,8}(?:电话|地址|在哪|几点|上班|下班|周末|开门)|怎么(?:联系|找)你们/u

/** Things people ask machines that have no business with law; each is overruled by a clear word of law. */
const ELSEWHERE =
  /天气|下雨|气温|几点了|几号|星期几|菜谱|怎么(?:做|炒|炖|煮|蒸|腌|包)(?:[^，。]{0,6})(?:菜|肉|鱼|汤|饭|面|饺子|蛋|粥)|好吃|做饭|食谱|笑话|讲个?故事|写(?:一?首|诗|作文|小说|代码|程序|文案|情书|一段)|作文|诗歌|古诗|翻译(?:成|一下|这)|英语|数学题|(?:\d+\s*[-+*/×÷加减乘除]\s*\d+)|等于几|方程|代码|编程|python|java(?:script)?|bug|股票|基金推荐|彩票(?!纠纷)|中奖号码|星座|运势|算命|风水|属相|解梦|周公|减肥|健身计划|护肤|化妆|发型|穿搭|旅游|景点|攻略|酒店推荐|电影|电视剧|明星|歌(?:曲|词|手)|唱(?:首|个)|音乐|游戏(?!充值|退款|账号)|足球|篮球|世界杯|奥运|比赛谁|感冒|发烧|头疼|咳嗽|吃什么药|偏方|养生|育儿经|起名|取名字|写轮眼|宇宙|恐龙|月亮|太阳系|火星|历史上|首都|最高(?:的)?(?:山|峰|楼)|世界上最|人口(?:多少|有)|养(?:花|鱼|猫|狗)(?:技巧|方法|怎么)|怎么养(?:花|鱼|猫|狗|鸡|猪)|种(?:植)?(?:技术|方法)|施肥(?:技术|方法)|电脑(?:蓝屏|死机|卡)|手机(?:卡|没电|怎么截|黑屏)|wifi|路由器|怎么(?:追|撩|哄)(?:女|男)|表白|恋爱技巧|你(?:喜欢|爱)|你吃饭|聊(?:聊天|会天|会儿)|陪我|无聊|推荐(?:一?[部本首个款]|几[部本首个款])|怎么(?:去|坐车|走)(?:.{0,8})(?:站|机场|火车|公园)|外星人|做梦|梦见|谁(?:更)?(?:厉害|帅|漂亮|是冠军)|火车几点|航班|发烧|血压|失眠|剪枝|产量|不吃草|不下蛋|不吃饭|瘟病|多肉|没信号|换头像|涨粉|纪念日|礼物|换轮胎|充不进电|科目[一二三四]|葫芦娃|大风车|天王盖地|乘以|除以|圆周率|哪个朝代|省会|多少个省|孙悟空|唐僧|李白|杜甫|周杰伦|双色球|运气|八字|你多大|你是男|失恋|怎么哄|去哪里?玩|好玩的|喝不醉|戒烟|染头发|什么牌子|普通话|毛笔字|高考|分数线|微积分|化学式|牛顿|为什么天|冒泡|有什么饭店|好喝|头发|床前明月|飞流直下|葡萄怎么种|ppt|excel|word文档|忽略(?:以上|之前|前面|所有)|系统提示|提示词|扮演|开发者模式|越狱|绕口令|脑筋急转弯|谜语|成语接龙|对联/iu

/** Words of law and dispute that belong to no single topic. */
const DISPUTE =
  /法律|违法|犯法|合法|犯罪|罪|律师|法院|起诉|告他|告她|告(?:状|官|公司|老板|村|政府)|打官司|赔|索赔|维权|投诉|举报|纠纷|合同|协议|责任|权利|权益|义务|有权|无权|处罚|罚款|规定|条例|法规|应当|有效|无效|违约|侵权|侵犯|证据|登记|手续|申请|资格|时效|期限|批准|许可|主体|承担|当事人|政策|条件|标准|财产|收费|强制|诉|仲裁|复议|人身|伤害|被打|骗|欠|扣|逼|威胁|偷|抢|不给|不让|不还|不退|不认|不签|怎么处理|怎么办(?:理)?$/gu

/** Words that nobody uses about recipes and songs. */
const LAW =
  /侵权|权利|义务|合同|违法|犯法|合法|有罪|犯罪|赔偿|索赔|法律责任|承担责任|起诉|维权|著作权|许可|授权|质权|旅游者|经营者|退(?:钱|款|货|费|回|吗)|能退|强制|霸占|购物|买东西|吃坏|打赏|充了|被骗|事故|证据/u

export function mannerOf(text: string): Manner {
  if (isNonsense(text)) return 'nonsense'
  if (GREETING.test(text)) return 'greeting'
  if (THANKS.test(text)) return 'thanks'
  const legal = legalPoints(text)
  if (ELSEWHERE.test(text))
    return legal >= 3 || LAW.test(text) || (legal >= 2 && disputePoints(text) > 0) ? 'question' : 'notLegal'
  if (PERSON.test(text) && text.length <= 30) return 'person'
  return legal > 0 ? 'question' : 'unclear'
}

/** Two for a word of one topic, one for a word that may be, one for each word of dispute. */
export function legalPoints(text: string): number {
  const topics = topicsOf(text).reduce((most, guess) => Math.max(most, guess.points), 0)
  return topics + disputePoints(text)
}

const disputePoints = (text: string): number => new Set(text.match(DISPUTE)).size

function isNonsense(text: string): boolean {
  const letters = [...text].filter((character) => /\p{L}/u.test(character))
  if (letters.length === 0) return true
  const different = new Set(letters).size
  // 哈哈哈哈哈, 啊啊啊, one phrase pasted a hundred times is still a phrase
  if (letters.length >= 4 && different === 1) return true
  return letters.length >= 6 && different <= 2
}
