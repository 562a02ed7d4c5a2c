import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import type { StoredMember } from '../../db/stores/network.ts'
import { idFrom } from '../id-from.ts'
import type { Parts } from '../parts.ts'
import { endingLicences, endingText, type Ending, type Licence } from './licences.ts'
import { CASEWORKERS } from './team.ts'

/**
 * Tells lawyers and legal workers, and the directors who give them their cases, of licences that end within thirty days. The
 * notice's id comes from the licence and its day, so that everybody is told once however often this runs, and again only of a
 * new day. Answers how many licences end.
 */
export async function warnOfLicences({ stores, clock }: Parts): Promise<number> {
  const at = clock.now(),
    today = localDateOf(at)
  const [members, places] = await Promise.all([stores.network.team(SYSTEM), stores.places.all()])
  const ending = members
    .filter(({ kind, active }) => active && CASEWORKERS.includes(kind))
    .flatMap((member) =>
      endingLicences(member.qualifications as Licence[], today).map((licence) => ({ member, licence })),
    )
  if (ending.length === 0) return 0
  const centers = places.filter(({ kind }) => kind === 'center')
  const directors = new Set(
    (await Promise.all(centers.map(({ id }) => stores.handovers.staffAt(id, ['director'])))).flat(),
  )
  await stores.inbox.add(
    ending.flatMap(({ member, licence }) => {
      const says = endingText(licence, today)
      const to = (staffId: string, text: string) => ({
        id: idOf(member, licence, staffId),
        staffId,
        kind: 'licence',
        title: '执业证到期',
        text,
        at,
      })
      const own =
        member.staffId === null
          ? []
          : [to(member.staffId, `您的${says}。到期没换新证，就不能再派案子给您；换好后请告诉中心。`)]
      const toTell = member.staffId === null ? '本人没有账号，请转告。' : ''
      const about = `${member.name}的${says}。到期没换新证，就不能再派案子；换好后请在“队伍”里改日期。${toTell}`
      return [...own, ...[...directors].filter((id) => id !== member.staffId).map((id) => to(id, about))]
    }),
  )
  return ending.length
}

const idOf = ({ id }: StoredMember, { name, number, until }: Ending, staffId: string): string =>
  idFrom(['licence', id, name, number, until, staffId].join('\n'))
