declare const authorized: unique symbol;

/** A `T` for which a policy has allowed `Action`. Only a module's policy file makes one; writing operations demand it. */
export type Authorized<T, Action extends string> = T & { readonly [authorized]: Action };
