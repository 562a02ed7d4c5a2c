import { Input, type InputRef } from 'antd'
import { SearchOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { useKeys } from '../keyboard/use-keys.ts'
import { words } from '../words/words.ts'

const w = words.shell

/** Find a case by name, number or phone. `/` puts the cursor here. */
export function SearchBox() {
  const input = useRef<InputRef>(null)
  const [, go] = useLocation()
  useKeys({ '/': () => input.current?.focus({ cursor: 'all' }) })
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const q = input.current?.input?.value.trim()
        if (q) go(`/search?q=${encodeURIComponent(q)}`)
      }}
    >
      <Input
        ref={input}
        type="search"
        aria-label={w.searchLabel}
        title={w.searchKey}
        placeholder={w.searchPlaceholder}
        prefix={<SearchOutlined aria-hidden />}
        suffix={
          <kbd aria-hidden className="wide-only">
            /
          </kbd>
        }
        maxLength={60}
        allowClear
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </form>
  )
}
