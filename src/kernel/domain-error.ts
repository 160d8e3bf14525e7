/**
 * The one error that operations throw for what the caller did or met. `code` is stable and public
 * (RFC 9457 "type" and locale key `error.<code>`); `params` fill the sentence and may name the faulty `field`.
 * Never put message text, phone or account numbers into params: they reach logs.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: string, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
  }
}
