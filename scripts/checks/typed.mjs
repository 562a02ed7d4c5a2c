import { ESLint } from 'eslint'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { root } from '../setup/root.mjs'

/** The files a folder's tsconfig takes in itself, and its options. */
export function project(folder) {
  const file = join(root, folder, 'tsconfig.json')
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile)
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, join(root, folder))
  return { files: parsed.fileNames, options: parsed.options, errors: [...(error ? [error] : []), ...parsed.errors] }
}

/**
 * Types and style of a folder from one reading of its files, which is what both spend most of their time on. Only the
 * folder's own files are reported: what it imports is checked under the tsconfig of the folder it lies in.
 * Answers what is wrong as text, empty when nothing is.
 */
export async function checkTyped(folder) {
  const { files, options, errors } = project(folder)
  const program = ts.createProgram({ rootNames: files, options })
  const own = files.map((file) => program.getSourceFile(file)).filter((file) => file !== undefined)
  const found = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ]
  const types = ts.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  })
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { project: null, programs: [program] } },
    },
  })
  const results = await eslint.lintFiles(
    files.filter((file) => !file.endsWith('.json')).map((file) => relative(root, file)),
  )
  const style = await (await eslint.loadFormatter('stylish')).format(results)
  return `${types}${style}`.trim()
}

if (process.argv[1] === import.meta.filename) {
  const wrong = []
  for (const folder of process.argv.slice(2)) wrong.push(await checkTyped(folder))
  const text = wrong.filter(Boolean).join('\n')
  if (text) console.log(text)
  process.exitCode = text ? 1 : 0
}
