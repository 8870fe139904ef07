// <time datetime data-yours="{time} where you are">: conference hours stay as they are; a reader in another zone is told theirs beside them.
export default function localTime(time) {
  const at = new Date(time.dateTime);
  const here = -at.getTimezoneOffset();
  const there = /([+-])(\d\d):?(\d\d)$/.exec(time.dateTime);
  if (isNaN(at) || !there) return;
  if (here === (there[1] === '-' ? -1 : 1) * (there[2] * 60 + Number(there[3]))) return;
  const said = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const small = document.createElement('small');
  small.textContent = ` ${(time.dataset.yours ?? '({time})').replace('{time}', said)}`;
  time.after(small);
}
