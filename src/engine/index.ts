/** Library entry point "chinhdanh/engine": reading and matching without I/O, usable alone. */
export * from '#engine/identifiers/index.ts';
