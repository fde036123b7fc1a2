// Why no connection came about, as the page needs to know it: full, expired, voided, network or failed.

export class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}
