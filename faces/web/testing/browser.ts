export { FLAGS, openBrowser, overflow, violations } from '../../testing/looks.ts'
