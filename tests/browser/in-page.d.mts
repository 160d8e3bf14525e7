export function unfold(): Promise<void>;
export function audit(theme: string): Promise<string[]>;
export function overflow(): { sideways: number; reaching: string[] };
export function focused(): { name: string; text: string };
export function bottomOfFirstButton(): number;
export function readClipboard(): Promise<string>;
export function paper(): { page: string; ink: string; banner: string[]; buttons: string; sign: number; isWhole: boolean; reasons: number };
export function smallTargets(): string[];
