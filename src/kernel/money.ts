/** Vietnamese đồng as an integer. `12500000` → `12.500.000 đ` (no-break space before đ). */
export function formatVnd(amount: number): string {
  const digits = Math.trunc(Math.abs(amount)).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}${digits}\u00a0đ`;
}
