import { z } from 'zod'
import { route } from '../route.ts'

export const TableKind = z.enum(['places', 'villages'])
export const TableFault = z.object({ line: z.number(), column: z.string(), says: z.string() })
/** First without `confirm`: what would happen, or what is wrong line by line. With it, the same file again: all of it, or nothing. */
export const importTable = route(
  'POST',
  '/desk/network/import/:kind',
  'staff',
  '导入服务点或村（CSV、Excel、GeoJSON）：先看结果，再确认',
  {
    params: z.object({ kind: TableKind }),
    query: z.object({ confirm: z.enum(['yes', 'no']).default('no') }),
    consumes: 'application/octet-stream',
    reply: z.object({
      lines: z.number(),
      faults: z.array(TableFault),
      /** more faults than are listed */ more: z.number(),
      remarks: z.array(z.string()),
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      /** those whose public face changes first */ sample: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          what: z.enum(['added', 'changed']),
          /** in the words of the table; of a new place what the public will see */ values: z.array(
            z.object({ field: z.string(), before: z.string(), after: z.string() }),
          ),
        }),
      ),
      /** more changes than are listed */ moreChanges: z.number(),
      imported: z.boolean(),
      /** booked visits that nobody receives any more because of it */ lost: z.number().int(),
    }),
  },
)
/** `template`: headings and one example line. */
export const exportTable = route('GET', '/desk/network/export/:kind/:format', 'staff', '导出服务点或村', {
  params: z.object({ kind: TableKind, format: z.enum(['csv', 'xlsx', 'geojson']) }),
  query: z.object({ template: z.enum(['yes', 'no']).default('no') }),
  produces: '*/*',
})
/** Roads of the district: .osm.pbf, an Overpass answer, or GeoJSON. They are used from then on; none means estimates. */
export const importRoads = route('POST', '/desk/network/roads', 'staff', '导入道路', {
  consumes: 'application/octet-stream',
  reply: z.object({ ways: z.number(), nodes: z.number(), problem: z.string().nullable() }),
})
export const roadsState = route('GET', '/desk/network/roads', 'staff', '用的是哪份道路', {
  reply: z.object({ known: z.boolean(), bytes: z.number(), at: z.number().nullable() }),
})
export const removeRoads = route('DELETE', '/desk/network/roads', 'staff', '不再用这份道路，改回估算')
/** Bus lines: a timetable in GTFS (zip), bus routes as Overpass answers them, or the table of the template. Given, one may travel by bus. */
export const importBus = route('POST', '/desk/network/bus', 'staff', '导入公交线路', {
  consumes: 'application/octet-stream',
  reply: z.object({ lines: z.number(), stops: z.number(), assumed: z.boolean(), problem: z.string().nullable() }),
})
/** `assumed`: how often they come is assumed, at least for some. */
export const busState = route('GET', '/desk/network/bus', 'staff', '用的是哪份公交线路', {
  reply: z.object({
    known: z.boolean(),
    lines: z.number(),
    stops: z.number(),
    assumed: z.boolean(),
    at: z.number().nullable(),
  }),
})
export const removeBus = route('DELETE', '/desk/network/bus', 'staff', '不再用这份公交线路')
export const busTemplate = route('GET', '/desk/network/bus/template', 'staff', '公交线路模板（Excel）', {
  produces: '*/*',
})
