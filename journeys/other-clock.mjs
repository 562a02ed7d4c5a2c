// Loaded before the service by journeys that play on another day (`node --import`): the process's clock begins at JOURNEY_NOW and
// goes on from there. The service itself has no setting for this.
const Real = Date
const ahead = Real.parse(process.env.JOURNEY_NOW) - Real.now()
globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + ahead)
    else super(...given)
  }

  static now() {
    return Real.now() + ahead
  }
}
