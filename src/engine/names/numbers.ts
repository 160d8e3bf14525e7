/** Growing list of whole numbers below 2³², four bytes each: 500,000 names have two million words. */
export class Numbers {
  private store = new Uint32Array(16);
  length = 0;

  at(k: number): number { return this.store[k] ?? 0; }

  push(value: number): void {
    if (this.length === this.store.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.length] = value;
    this.length += 1;
  }
}
