import { renderToString } from 'react-dom/server'
import { App } from '../app/App.tsx'

/** The home page as HTML, the same tree the phone takes over later. */
export const renderHome = (): string => renderToString(<App at="/" />)
