/** Languages the faces speak. A new one is a folder beside zh-CN; the compiler then lists every catalogue it lacks. */
export type Language = 'zh-CN'

const spoken: Language = 'zh-CN'

/** The catalogue of the language in use. */
export const inLanguage = <Words>(catalogues: Record<Language, Words>): Words => catalogues[spoken]
