import type { Browser } from 'playwright-core'

/** A file as a phone's camera or album hands it over. */
export interface Photo {
  name: string
  mimeType: 'image/jpeg' | 'image/png'
  buffer: Buffer
}

const owed = `<body style="margin:0;background:#b9a98c"><div style="margin:50px;padding:44px;background:#fffdf4;transform:rotate(-1.5deg);font:34px/1.9 serif;color:#1b2a5c">
<h1 style="text-align:center;font-size:54px;letter-spacing:40px">欠条</h1><p style="text-indent:2em">今欠到马有福二〇二六年八月、九月、十月三个月工资共计人民币壹万捌仟陆佰元整（18,600 元）。</p>
<p style="text-align:right">某某建筑劳务公司<br>2026年11月2日</p></div></body>`

const wages = `<body style="margin:0;background:#eee;font:30px/1.6 sans-serif"><h2 style="padding:24px 40px;margin:0;background:#3a7d5c;color:#fff">工资条 · 9月</h2>
<table style="width:100%;background:#fff;border-spacing:40px 18px"><tr><td>姓名</td><td>马有福</td></tr><tr><td>出勤</td><td>27 天</td></tr><tr><td>应发</td><td>6,200.00 元</td></tr><tr><td>实发</td><td style="color:#b00">0.00 元</td></tr></table></body>`

const identity = `<body style="margin:0;background:#555"><div style="margin:50px;padding:44px;border-radius:24px;background:linear-gradient(#e9f1f6,#cfe0ea);font:32px/1.9 sans-serif;color:#234">
姓名　马有福<br>性别　男　民族　回<br>住址　甘肃省兰州新区中川镇<br><br>公民身份号码　样本</div></body>`

/** Two photos of what the worker has, and the one that is asked for later: real pictures with something to read on them. */
export async function takePhotos(browser: Browser): Promise<{ owed: Photo; wages: Photo; identity: Photo }> {
  const page = await browser.newPage({ viewport: { width: 960, height: 720 } })
  const shoot = async (html: string, name: string, type: 'jpeg' | 'png'): Promise<Photo> => {
    await page.setContent(html)
    return { name, mimeType: `image/${type}`, buffer: await page.screenshot({ type }) }
  }
  try {
    return {
      owed: await shoot(owed, '欠条.jpg', 'jpeg'),
      wages: await shoot(wages, '工资条.png', 'png'),
      identity: await shoot(identity, '身份证.jpg', 'jpeg'),
    }
  } finally {
    await page.close()
  }
}
