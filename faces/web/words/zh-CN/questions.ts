export const questions = {
  page: '我问过的问题', lead: '律师的答复也会用短信告诉您。', signInTitle: '看我问过的问题', signInLead: '用提问时留的手机号登录。', signIn: '登录', signingIn: '正在登录…',
  none: '还没有问过', noneText: '有事先问一问；没有找到答案的，可以留给值班律师。', ask: '去问一问',
  states: { open: '等律师答复', taken: '律师正在写答复', answered: '律师答复了', closed: '已结束' },
  by: (when: string) => `最晚 ${when} 答复`, late: '已经超过答应的时间，我们在催。着急请打 12348。', asked: (day: string) => `${day}问的`,
  you: '您问的', talk: '先前的问答，一起交给律师了', lawyer: (name: string) => `${name}答复`, rests: '依据',
  rate: '这个答复有没有帮上您？', stars: ['没帮上', '帮上一点', '还可以', '有帮助', '帮了大忙'], rated: '谢谢，记下了。', ratedAs: (says: string) => `您说：${says}`,
  again: '没说清楚，再问', againLabel: '哪里还不明白', againSend: '再问律师', againSent: (when: string) => `交上去了，最晚 ${when} 答复。`, againNeeded: '请写一写哪里还不明白。', back: '我问过的问题',
}
