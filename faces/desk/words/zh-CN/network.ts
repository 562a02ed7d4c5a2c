export const network = {
  offline: '网络断了',
  offlineDetail: '没有连上服务器（网络断了）。您填的内容都在，连上后再点一次就行。',
  offlineBar: '网络断了。看到的是断网前的内容，填的都还在；连上后会自动更新。',
  liveOff: '自动更新暂停，正在重新连接……',
  retry: '再试一次',
  loading: '正在读取……',
  loadFailed: '没有读到内容',
} as const
