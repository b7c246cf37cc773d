/** Light, dark, or as the system has it. */
import { keepSetting, readSetting } from '../language/kept-settings.js';

const kept = 'isnad-theme';
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const currentTheme = (): Theme => themes.find((theme) => theme === readSetting(kept)) ?? 'system';

export const keepTheme = (theme: Theme = currentTheme()): void => {
  keepSetting(kept, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};
