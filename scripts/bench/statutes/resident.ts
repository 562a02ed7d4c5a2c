/** A process that only searches: `resident.ts INDEX [MODEL]` prints the bytes it holds after some questions. */
import process from 'node:process'
import { load } from './ours.ts'

const [path = '', model] = process.argv.slice(2)
const { ranking } = load(path, model)
for (const asked of [
  '老板拖欠工资',
  '工地摔伤了谁赔',
  '离婚孩子跟谁',
  '借钱不还',
  '房东不退押金',
  '被打了怎么办',
  '土地被占了',
  '网上买到假货',
])
  for (let i = 0; i < 25; i++) ranking.rank(`${asked}${i}`)
console.log(process.memoryUsage().rss)
