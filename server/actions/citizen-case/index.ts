export { askToEnd, leaveMessage, object, requestReplacement, supplyMaterials, withdraw } from './commands.ts'
export { myCases } from './my-cases.ts'
export { readCase } from './read-case.ts'
