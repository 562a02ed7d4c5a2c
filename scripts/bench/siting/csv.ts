/** Cost matrices and weights from CSV files; what is wrong is said with its line. */
export class BadInput extends Error {}

/** Rows as records of the named columns, one at a time: a matrix has millions. A first line without any of the names is data in their order. */
export function* records(
  text: string,
  names: readonly string[],
  file: string,
): Generator<{ line: number; fields: string[] }> {
  let places: readonly number[] | undefined
  let rows = 0
  for (const { line, fields } of linesOf(text)) {
    if (places === undefined) {
      places = placesIn(fields, line, names, file)
      if (fields.some((field) => names.includes(field.toLowerCase()))) continue
    }
    rows += 1
    yield { line, fields: pickedFrom(fields, places, line, names, file) }
  }
  if (places === undefined) throw new BadInput(`${file}: the file is empty`)
  if (rows === 0) throw new BadInput(`${file}: there are no rows below the header`)
}

function* linesOf(text: string): Generator<{ line: number; fields: string[] }> {
  // Old machines end lines with a carriage return alone; the one before a line feed goes with the blanks.
  const sign = text.includes('\n') ? '\n' : '\r'
  for (let line = 1, at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; line += 1) {
    const found = text.indexOf(sign, at)
    const end = found < 0 ? text.length : found
    const fields = fieldsOf(text.slice(at, end))
    if (fields.some((field) => field !== '')) yield { line, fields }
    at = end + 1
  }
}

/** Where the named columns stand, whatever their order; a first line of data has them in the order wanted. */
function placesIn(first: readonly string[], line: number, names: readonly string[], file: string): number[] {
  const head = first.map((field) => field.toLowerCase())
  if (names.some((name) => head.includes(name))) {
    const missing = names.filter((name) => !head.includes(name))
    if (missing.length > 0)
      throw new BadInput(
        `${file}: line ${line}: the column ${missing.map((name) => `"${name}"`).join(' and ')} is missing (wanted: ${names.join(', ')})`,
      )
    return names.map((name) => head.indexOf(name))
  }
  if (head.length !== names.length || !Number.isFinite(Number(head.at(-1) || 'x')))
    throw new BadInput(`${file}: line ${line}: the first line must name the columns ${names.join(', ')}`)
  return names.map((_, at) => at)
}

function pickedFrom(
  fields: readonly string[],
  places: readonly number[],
  line: number,
  names: readonly string[],
  file: string,
): string[] {
  const wanted = Math.max(...places) + 1
  if (fields.length < wanted)
    throw new BadInput(`${file}: line ${line}: ${fields.length} fields, at least ${wanted} are needed`)
  return places.map((place, at) => {
    const field = fields[place]!
    if (field === '') throw new BadInput(`${file}: line ${line}: ${names[at]} is empty`)
    return field
  })
}

/** Splits at commas outside of quotes; a doubled quote within quotes is one. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',').map((field) => field.trim())
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
export function namedProblem(
  costs: { text: string; file: string },
  weights?: { text: string; file: string },
): NamedProblem {
  const demands = new Map<string, number>()
  const sites = new Map<string, number>()
  const place = (names: Map<string, number>, name: string) =>
    names.get(name) ?? (names.set(name, names.size), names.size - 1)
  const cells: { demand: number[]; site: number[]; cost: number[]; line: number[] } = {
    demand: [],
    site: [],
    cost: [],
    line: [],
  }
  for (const {
    line,
    fields: [demand, site, cost],
  } of records(costs.text, ['demand', 'site', 'cost'], costs.file)) {
    cells.demand.push(place(demands, demand!))
    cells.site.push(place(sites, site!))
    cells.cost.push(amount(cost!, 'cost', `${costs.file}: line ${line}`))
    cells.line.push(line)
  }
  const weighed = weights ? weightsOf(weights.text, weights.file) : undefined
  if (weights && weighed) {
    const without = [...demands.keys()].find((name) => !weighed.has(name))
    if (without !== undefined) throw new BadInput(`${weights.file}: demand "${without}" has no weight`)
    for (const name of weighed.keys()) place(demands, name)
  }
  const cost = new Float64Array(demands.size * sites.size).fill(Infinity)
  const lines = new Int32Array(cost.length)
  const [demandNames, siteNames] = [[...demands.keys()], [...sites.keys()]]
  cells.cost.forEach((value, cell) => {
    const at = cells.demand[cell]! * sites.size + cells.site[cell]!
    if (lines[at]! > 0 && cost[at] !== value) {
      throw new BadInput(
        `${costs.file}: line ${cells.line[cell]}: demand "${demandNames[cells.demand[cell]!]}" and site "${siteNames[cells.site[cell]!]}" have another cost already in line ${lines[at]}`,
      )
    }
    cost[at] = value
    lines[at] = cells.line[cell]!
  })
  return {
    demands: demandNames,
    sites: siteNames,
    cost,
    weights: Float64Array.from(demands.keys(), (name) => weighed?.get(name) ?? 1),
  }
}

function weightsOf(text: string, file: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const {
    line,
    fields: [name, value],
  } of records(text, ['demand', 'weight'], file)) {
    const weight = amount(value!, 'weight', `${file}: line ${line}`)
    if (!Number.isFinite(weight)) throw new BadInput(`${file}: line ${line}: weight "${value}" is not a number`)
    if (found.has(name!) && found.get(name!) !== weight)
      throw new BadInput(`${file}: line ${line}: demand "${name}" has another weight already`)
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
