import { ageOn, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import { PERSON_GROUPS, type AskedGroup, type PersonGroup } from '../vocabulary.ts'

/** What is known of a person when a paper is drawn; anything may be missing. `on` is the day of the application. */
export interface KnownOfPerson {
  facts: PartialFacts
  told: readonly AskedGroup[]
  ethnicity?: string | undefined
  birthDate?: LocalDate | undefined
  female?: boolean | undefined
  on: LocalDate
}

/** The names of GB/T 3304 but 汉; somebody may have typed another word, which then says nothing. */
const MINORITIES = new Set(
  (
    '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 ' +
    '塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  ).split(' '),
)
const RELIEF = ['dibao', 'extremePoverty', 'lowIncome', 'institution']

/**
 * 人员类别, as far as it is known: what was said in an answer goes before what was ticked, and what stands in the identity
 * number is never asked. 老年人 from 60 (老年人权益保障法 2), 未成年人 under 18 (未成年人保护法 2). In the order of the form.
 */
export function personGroups({ facts, told, ethnicity, birthDate, female, on }: KnownOfPerson): PersonGroup[] {
  const born = birthDate ?? facts.birthDate
  const age = born === undefined ? undefined : ageOn(born as LocalDate, on)
  const { serviceIdentity, assistance } = facts
  const holds: Record<PersonGroup, boolean> = {
    migrantWorker: facts.isMigrantWorker ?? told.includes('migrantWorker'),
    disabled: facts.disabled ?? told.includes('disabled'),
    elderly: age !== undefined && age >= 60,
    minor: age !== undefined && age < 18,
    woman: female === true && (age === undefined || age >= 18),
    military:
      serviceIdentity === undefined
        ? told.includes('military')
        : serviceIdentity !== 'none' && serviceIdentity !== 'policeFamily',
    veteran: told.includes('veteran'),
    ethnicMinority: ethnicity !== undefined && MINORITIES.has(ethnicity.trim().replace(/族$/, '')),
    relief: assistance !== undefined && RELIEF.includes(assistance),
    preferential: assistance === 'preferential',
  }
  return (Object.keys(PERSON_GROUPS) as PersonGroup[]).filter((group) => holds[group])
}
