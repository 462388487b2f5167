// Countdowns go on while a page is open. The page says everything without this; the words here are the page's own.
const { leftWords, overWords, clockUnits, now } = document.body.dataset
const [day, hour, minute, second] = (clockUnits || 'd,h,min,s').split(',')
const ahead = Date.parse(now) - Date.now()

function brief (milliseconds) {
  const seconds = Math.floor(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  const part = (amount, unit) => amount === 0 ? '' : ` ${amount}\u00a0${unit}`
  if (minutes >= 1440) return `${Math.floor(minutes / 1440)}\u00a0${day}${part(Math.floor(minutes % 1440 / 60), hour)}`
  if (minutes >= 60) return `${Math.floor(minutes / 60)}\u00a0${hour}${part(minutes % 60, minute)}`
  return `${minutes}\u00a0${minute} ${String(seconds % 60).padStart(2, '0')}\u00a0${second}`
}

function tick () {
  const at = Date.now() + ahead
  let passed = false
  document.querySelectorAll('.left[data-due]').forEach((element) => {
    const left = Date.parse(element.dataset.due) - at
    if (element.dataset.bare) element.textContent = brief(Math.abs(left))
    else element.textContent = left < 0 ? overWords.replace('{0}', brief(-left)) : leftWords.replace('{0}', brief(left))
    if (left < 0 && !element.classList.contains('left--red')) {
      element.classList.remove('left--green', 'left--amber', 'left--grey')
      element.classList.add('left--red')
      passed = true
    }
  })
  document.querySelectorAll('.bar-of__gone[data-from][data-to]').forEach((bar) => {
    const from = Date.parse(bar.dataset.from)
    const whole = Date.parse(bar.dataset.to) - from
    bar.setAttribute('width', Math.max(0, Math.min(100, (at - from) * 100 / whole)).toFixed(1))
  })
  // What the law says changes at the instant itself: the page asks for its part anew.
  if (passed && document.body.dataset.live) window.htmx.trigger(document.body, 'changed')
}

if (leftWords) {
  tick()
  window.setInterval(tick, 1000)
}

// A part that is fetched anew keeps what was unfolded.
let unfolded = []
document.body.addEventListener('htmx:beforeSwap', (event) => {
  unfolded = [...event.detail.target.querySelectorAll('details[open][id]')].map((details) => details.id)
})
document.body.addEventListener('htmx:afterSwap', () => {
  unfolded.forEach((id) => document.getElementById(id)?.setAttribute('open', ''))
  if (leftWords) tick()
})
