/** The door to the rule about refusals for casework. */
export { refusalForMeans } from './refusal-for-means/rule.ts'
