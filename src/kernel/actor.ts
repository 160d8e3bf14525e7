/** Who acts. `person` comes with access; until somebody logs in, the public is `anonymous`; the command line of the server's owner is `operator`; jobs are `system`. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

export const ANONYMOUS: Actor = { kind: 'anonymous' };
