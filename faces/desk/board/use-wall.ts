import { useEffect, useState, type RefObject } from 'react'

/** Full screen for the wall; follows the browser, which may leave it by Esc. */
export function useWall(element: RefObject<HTMLElement | null>) {
  const [onWall, setOnWall] = useState(false)
  useEffect(() => {
    const changed = () => setOnWall(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  const toggle = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : element.current?.requestFullscreen())
  return { onWall, toggle }
}
