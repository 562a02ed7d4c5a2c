import { words } from '../words/everywhere.ts'

export const Wait = ({ says = words.loading }: { says?: string }) => (
  <p className="wait" role="status">
    {says}
  </p>
)
