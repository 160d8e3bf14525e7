/** Growing list of whole numbers below 2³², four bytes each: 500,000 names have two million words. */
export class Numbers {
  private store: Uint32Array = new Uint32Array(16);
  length = 0;

  static of(values: Uint32Array): Numbers {
    const made = new Numbers();
    made.store = values;
    made.length = values.length;
    return made;
  }

  values(): Uint32Array { return this.store.subarray(0, this.length); }

  at(k: number): number { return this.store[k] ?? 0; }

  push(value: number): void {
    if (this.length === this.store.length) {
      const larger = new Uint32Array(Math.max(16, this.length * 2));
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.length] = value;
    this.length += 1;
  }
}
