import { Link } from 'wouter'
import { CALCULATORS } from '@fatong/law/calculators/kinds.ts'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/calculate.ts'

/** All that can be worked out, in plain words. */
export default function CalculatorsPage() {
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      <ul className="rows">
        {CALCULATORS.map((which) => {
          const { name, what } = words.calculators[which]
          return (
            <li key={which}>
              <Link className="row" href={`/calculate/${which}`}>
                <Icon
                  name={
                    which === 'limitation' || which === 'last-day'
                      ? 'clock'
                      : which === 'disability-benefit'
                        ? 'injury'
                        : 'wages'
                  }
                />
                <span>
                  <b>{name}</b>
                  <small>{what}</small>
                </span>
                <Icon name="next" />
              </Link>
            </li>
          )
        })}
      </ul>
      <p className="soft small">{words.private}</p>
    </div>
  )
}
