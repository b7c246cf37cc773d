/** Language, theme and the way out: what the button of the member opens. */
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components/Menu';
import { useState, type RefObject } from 'react';
import { languages, ownNames } from '../language/languages.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { useMe } from '../session/session.js';
import { currentTheme, keepTheme, themes, type Theme } from './theme.js';

export function MemberMenu({
  button,
  onClose,
  onSignOut,
}: {
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  onSignOut: () => void;
}) {
  const words = useWords();
  const me = useMe();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState(currentTheme());
  return (
    <Popover
      className="popover"
      placement="bottom end"
      triggerRef={button}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu
        className="menu"
        aria-label={words('frame.member', { name: me.name })}
        autoFocus="first"
        onClose={onClose}
      >
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language]}
          onSelectionChange={(chosen) => {
            const next = languages.find((one) => chosen !== 'all' && chosen.has(one));
            if (next) choose(next);
          }}
        >
          <Header>{words('frame.language')}</Header>
          {languages.map((one) => (
            <MenuItem key={one} id={one} lang={one} textValue={ownNames[one]}>
              {ownNames[one]}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(chosen) => {
            const next = themes.find((one) => chosen !== 'all' && chosen.has(one));
            if (next === undefined) return;
            keepTheme(next);
            setTheme(next);
          }}
        >
          <Header>{words('frame.theme')}</Header>
          {themes.map((one: Theme) => (
            <MenuItem key={one} id={one} textValue={words(`frame.theme.${one}`)}>
              {words(`frame.theme.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection>
          <Header>
            <Foreign text={me.name} /> · {words(`role.${me.role}`)}
          </Header>
          <MenuItem onAction={onSignOut} textValue={words('frame.signOut')}>
            {words('frame.signOut')}
          </MenuItem>
        </MenuSection>
      </Menu>
    </Popover>
  );
}
