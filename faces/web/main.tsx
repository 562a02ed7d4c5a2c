import { createRoot, hydrateRoot } from 'react-dom/client'
import '../ui/tokens.css'
import './app/page.css'
import './controls/controls.css'
import './home/home.css'
import { App } from './app/App.tsx'
import { startReading } from './reading/preferences.ts'

startReading()
// Names with rare characters: the rules come after the page, a slice of the font only when a character of it is shown.
addEventListener('load', () => void import('../ui/rare-han/rare-han.css'))
document.documentElement.classList.remove('elsewhere')
document.querySelector('.elsewhere-wait')?.remove()
const root = document.getElementById('root')
if (root) {
  if (location.pathname === '/' && root.firstElementChild) hydrateRoot(root, <App />)
  else {
    root.textContent = ''
    createRoot(root).render(<App />)
  }
}
