/** Presses the button of the screen that makes this move, where it asks for more first: `pressMove('task.pause')`. */
export const pressMove = (move: string): void =>
  document.querySelector<HTMLElement>(`main [data-move="${move}"]`)?.click();
