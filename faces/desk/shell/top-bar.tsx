import icon from '../icon.svg'
import { Button, Drawer } from 'antd'
import { MenuOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLayer } from '../keyboard/layers.ts'
import { Bell } from '../notices/bell.tsx'
import { words } from '../words/words.ts'
import { AccountMenu } from './account-menu.tsx'
import { MainMenu } from './main-menu.tsx'
import { NextButton } from './next-button.tsx'
import { SearchBox } from './search-box.tsx'
import css from './top-bar.module.css'

const w = words.shell

export function TopBar() {
  const [menu, setMenu] = useState(false)
  useLayer(menu)
  return (
    <header className={css.bar}>
      <span className={css.narrow}>
        <Button
          type="text"
          icon={<MenuOutlined />}
          aria-label={w.menu}
          aria-expanded={menu}
          onClick={() => setMenu(true)}
        />
      </span>
      <Link href="/" className={css.brand}>
        <img src={icon} alt="" width={26} height={26} />
        <b>{w.brand}</b>
        <span>{w.brandRest}</span>
      </Link>
      <div className={css.search}>
        <SearchBox />
      </div>
      <NextButton />
      <Bell />
      <span className={css.account}>
        <AccountMenu />
      </span>
      <Drawer
        open={menu}
        onClose={() => setMenu(false)}
        placement="left"
        title={w.menu}
        size={260}
        closable={{ 'aria-label': w.closeMenu }}
      >
        <MainMenu list onGo={() => setMenu(false)} />
        <AccountMenu />
      </Drawer>
    </header>
  )
}
