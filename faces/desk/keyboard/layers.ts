import { useEffect } from 'react'

let open = 0

/** While a panel, viewer or dialog is open the keys of the page behind it sleep. */
export function useLayer(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    open += 1
    return () => {
      open -= 1
    }
  }, [isOpen])
}
export const layerIsOpen = (): boolean => open > 0
