/** Cost matrices and weights from CSV files; what is wrong is said with its line. */
export class BadInput extends Error {}

/** Rows as records of the named columns; a first line without any of the names is data in their order. */
export function records(text: string, names: readonly string[], file: string): { line: number; fields: string[] }[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).map((line, at) => ({ line: at + 1, fields: fieldsOf(line) })).filter(({ fields }) => fields.some((field) => field !== ''))
  const head = lines[0]?.fields.map((field) => field.toLowerCase())
  if (head === undefined) throw new BadInput(`${file}: the file is empty`)
  let places = names.map((_, at) => at)
  if (names.some((name) => head.includes(name))) {
    const missing = names.filter((name) => !head.includes(name))
    if (missing.length > 0) throw new BadInput(`${file}: line ${lines[0]!.line}: the column ${missing.map((name) => `"${name}"`).join(' and ')} is missing (wanted: ${names.join(', ')})`)
    places = names.map((name) => head.indexOf(name))
    lines.shift()
  } else if (head.length !== names.length || !Number.isFinite(Number(head.at(-1) || 'x'))) {
    throw new BadInput(`${file}: line ${lines[0]!.line}: the first line must name the columns ${names.join(', ')}`)
  }
  if (lines.length === 0) throw new BadInput(`${file}: there are no rows below the header`)
  const wanted = Math.max(...places) + 1
  return lines.map(({ line, fields }) => {
    if (fields.length < wanted) throw new BadInput(`${file}: line ${line}: ${fields.length} fields, at least ${wanted} are needed`)
    const picked = places.map((place) => fields[place]!)
    picked.forEach((field, at) => {
      if (field === '') throw new BadInput(`${file}: line ${line}: ${names[at]} is empty`)
    })
    return { line, fields: picked }
  })
}

/** Splits at commas outside of quotes; a doubled quote within quotes is one. */
function fieldsOf(line: string): string[] {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!
    if (quoted && sign === '"' && line[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (sign === ',' && !quoted) {
      fields.push(field.trim())
      field = ''
    } else field += sign
  }
  return [...fields, field.trim()]
}

export interface NamedProblem {
  demands: string[]
  sites: string[]
  cost: Float64Array
  weights: Float64Array
}

/** `demand,site,cost` and `demand,weight`. A pair that is not listed has no way; `inf` says the same. Without weights everybody counts 1. */
export function namedProblem(costs: { text: string; file: string }, weights?: { text: string; file: string }): NamedProblem {
  const demands = new Map<string, number>()
  const sites = new Map<string, number>()
  const place = (names: Map<string, number>, name: string) => names.get(name) ?? (names.set(name, names.size), names.size - 1)
  const cells = records(costs.text, ['demand', 'site', 'cost'], costs.file).map(({ line, fields }) => ({
    line, fields, demand: place(demands, fields[0]!), site: place(sites, fields[1]!), cost: amount(fields[2]!, 'cost', `${costs.file}: line ${line}`),
  }))
  const weighed = weights ? weightsOf(weights.text, weights.file) : undefined
  if (weights && weighed) {
    const without = [...demands.keys()].find((name) => !weighed.has(name))
    if (without !== undefined) throw new BadInput(`${weights.file}: demand "${without}" has no weight`)
    for (const name of weighed.keys()) place(demands, name)
  }
  const cost = new Float64Array(demands.size * sites.size).fill(Infinity)
  const lines = new Int32Array(cost.length)
  for (const cell of cells) {
    const at = cell.demand * sites.size + cell.site
    if (lines[at]! > 0 && cost[at] !== cell.cost) {
      throw new BadInput(`${costs.file}: line ${cell.line}: demand "${cell.fields[0]}" and site "${cell.fields[1]}" have another cost already in line ${lines[at]}`)
    }
    cost[at] = cell.cost
    lines[at] = cell.line
  }
  return { demands: [...demands.keys()], sites: [...sites.keys()], cost, weights: Float64Array.from(demands.keys(), (name) => weighed?.get(name) ?? 1) }
}

function weightsOf(text: string, file: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const { line, fields: [name, value] } of records(text, ['demand', 'weight'], file)) {
    const weight = amount(value!, 'weight', `${file}: line ${line}`)
    if (!Number.isFinite(weight)) throw new BadInput(`${file}: line ${line}: weight "${value}" is not a number`)
    if (found.has(name!) && found.get(name!) !== weight) throw new BadInput(`${file}: line ${line}: demand "${name}" has another weight already`)
    found.set(name!, weight)
  }
  return found
}

function amount(field: string, what: string, where: string): number {
  if (/^\+?inf(inity)?$/i.test(field)) return Infinity
  const value = Number(field)
  if (!Number.isFinite(value)) throw new BadInput(`${where}: ${what} "${field}" is not a number`)
  if (value < 0) throw new BadInput(`${where}: ${what} ${field} is negative`)
  return value
}
