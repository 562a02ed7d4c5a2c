import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import './desk.css'
import '../ui/rare-han/rare-han.css'
import { watchAttention } from './api/attended.ts'
import { makeQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { Broke } from './shell/broke.tsx'
import { theme } from './theme.ts'

/** The server puts a fresh nonce into the page; the kit's style elements carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? ''
const root = document.querySelector('#root')
/** Panels open here and not in body: there the kit would lock the scrolling by a style element without the nonce. */
const layers = document.querySelector<HTMLElement>('#layers')
if (!root || !layers) throw new Error('index.html has no #root or #layers')

watchAttention(window)
createRoot(root).render(
  <StrictMode>
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={() => layers}
    >
      <QueryClientProvider client={makeQueryClient()}>
        <AntApp className="desk-root">
          <Router base={import.meta.env.BASE_URL.replace(/\/$/, '')}>
            <Broke>
              <App />
            </Broke>
          </Router>
        </AntApp>
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
)
