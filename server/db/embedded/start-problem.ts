/** Something the person who starts the service can put right. Its message is one clear line, shown without a stack. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}
