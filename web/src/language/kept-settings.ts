/** Settings of this device. Where its storage is full or closed they hold for as long as the page is open. */
const here = new Map<string, string>();

export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}

export function dropSetting(name: string): void {
  here.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept there.
  }
}

export function keepSetting(name: string, value: string): void {
  here.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // The desk works without it.
  }
}
