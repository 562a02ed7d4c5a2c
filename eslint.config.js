import tseslint from 'typescript-eslint'

/** What lies behind the wall of purity: the time is passed in, nothing is read from the machine. */
const impure = ['Date', 'process', 'fetch', 'setTimeout', 'setInterval', 'performance', 'crypto', 'console'].map(
  (name) => ({
    name,
    message: 'law, casework and network are pure: pass it in.',
  }),
)

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/dist.*/', '**/data/', 'coverage/'] },
  // A rule is right for everybody or is changed here, in one reviewed place; no comment switches it off.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: ['server', 'faces', 'law', 'casework', 'network', 'knowledge', 'contract'].map(
          (folder) => `${folder}/tsconfig.json`,
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', 500],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The rules that need types and find real mistakes.
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['it', 'describe', 'test'] }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
    },
  },
  // A story told in one test, or all of an area's, may be longer than code.
  { files: ['**/*.test.ts'], rules: { 'max-lines': ['error', 650] } },
  {
    files: ['law/**/*.ts', 'casework/**/*.ts', 'network/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-globals': ['error', ...impure] },
  },
  {
    // Build settings of the faces belong to no tsconfig: they run in node, beside code that does not.
    files: ['faces/*/vite.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { 'max-lines': ['error', 500], eqeqeq: 'error', 'no-undef': 'off' } },
)
