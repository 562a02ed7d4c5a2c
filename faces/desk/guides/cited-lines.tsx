import { Button, Input, Select } from 'antd'
import { ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { words } from '../words/words.ts'
import { citationKey, citationParts } from './citation-key.ts'
import { ArticleSays } from './cited-article.tsx'
import type { CitedPart } from './guide-draft.ts'
import type { Body } from './guide-parts.ts'
import css from './guides.module.css'

const w = words.guides
type Lines = Body[CitedPart]
interface Props {
  part: CitedPart
  lines: Lines
  error: string | undefined
  onChange: (lines: Lines) => void
}

/** Lines of a guide, each with the articles it rests on. */
export function CitedLines({ part, lines, error, onChange }: Props) {
  const name = w.parts[part]
  const put = (at: number, change: Partial<Lines[number]>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...change } : line)))
  const up = (at: number) =>
    onChange(lines.map((line, i) => (i === at - 1 ? lines[at] : i === at ? lines[at - 1] : line) ?? line))
  return (
    <fieldset className={`plain-fieldset ${css.field}`} id={`guide-${part}`} aria-describedby={`guide-${part}-help`}>
      <legend>{name}</legend>
      <p className="soft" id={`guide-${part}-help`}>
        {w.helps[part]}
      </p>
      {error !== undefined && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
      {lines.map((line, at) => (
        <div key={at} className={css.row}>
          <div>
            <Input.TextArea
              className={css.short}
              aria-label={w.line(name, at + 1)}
              rows={2}
              value={line.text}
              maxLength={600}
              onChange={({ target }) => put(at, { text: target.value })}
            />
            <Select
              mode="tags"
              className="full"
              aria-label={w.citesOf(name, at + 1)}
              placeholder={w.helps.cites}
              open={false}
              suffixIcon={null}
              value={line.cites}
              maxCount={12}
              onChange={(cites) => put(at, { cites: [...new Set(cites.map((typed) => citationKey(typed) ?? typed))] })}
              tokenSeparators={['；', ';', '、']}
              options={line.cites.map((key) => ({ value: key, label: labelOf(key) }))}
            />
            {line.cites.length > 0 && (
              <ul className={css.says} aria-live="polite">
                {line.cites.map((key) =>
                  citationKey(key) === key ? (
                    <ArticleSays key={key} cite={key} />
                  ) : (
                    <li key={key} className="wrong">
                      {w.badCite(key)}
                    </li>
                  ),
                )}
              </ul>
            )}
          </div>
          <div className={css.tools}>
            {at > 0 && (
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={w.moveUp(name, at + 1)}
                onClick={() => up(at)}
              />
            )}
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={w.removeLine(name, at + 1)}
              onClick={() => onChange(lines.filter((_, i) => i !== at))}
            />
          </div>
        </div>
      ))}
      <p className="gap-above">
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...lines, { text: '', cites: [] }])}>
          {w.addLine(name)}
        </Button>
      </p>
    </fieldset>
  )
}

/** A key that can be read is shown as people say it. */
function labelOf(key: string): string {
  const { law, number } = citationParts(key)
  return citationKey(key) === key ? w.article(law, number) : key
}
