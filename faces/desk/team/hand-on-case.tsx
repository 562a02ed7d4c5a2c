import { Button } from 'antd'
import { SendOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { words } from '../words/words.ts'
import { SendHandover, type CaseOfMatter } from './send-handover.tsx'

/** On the page of a case: something about it is for another tier to do. The case itself stays where it is. */
export function HandOnCase({ caseFile }: { caseFile: CaseOfMatter }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<SendOutlined />} onClick={() => setOpen(true)}>
        {words.team.sendCase}
      </Button>
      {open && <SendHandover caseFile={caseFile} onClose={() => setOpen(false)} />}
    </>
  )
}
