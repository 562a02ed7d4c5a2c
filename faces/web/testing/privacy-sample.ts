export const PRIVACY_SAMPLE = {
  version: '2026-11',
  paragraphs: [
    { heading: '谁在用', text: '兰州新区法律援助中心。' },
    { heading: '用来做什么', text: '核对身份、看能不能援助、派律师、通知您进度。' },
    { heading: '存多久', text: '按档案规定保存，到期删除。' },
  ],
  sensitive: ['身份证号和身份证照片', '家庭收入', '案情里涉及的病历、伤情'],
}
