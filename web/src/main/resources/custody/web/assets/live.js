// Live pictures: one socket for the page, and for each camera the browser's own player fed with one picture at a time.
// It plays a little behind the newest picture, a little faster when it falls behind, and gives up what it cannot catch up with.
// A camera may have a smaller stream: walls show that, a large picture the one that is recorded; where the browser cannot play
// the one, or it gives nothing, the other is asked for.

const NEAR = 0.12 // seconds behind the newest picture that are aimed at
const FAR = 0.2 // further behind than this it plays faster
const LOST = 1 // further behind than this it jumps
const KEEP = 6 // seconds kept behind the picture that is shown
const MOST_WAITING = 120 // pictures; what waits longer is given up
const FIRST_WAIT = 500 // milliseconds until the first new try
const LONGEST_WAIT = 10000
const CHANGED = 4001
const DENIED = 4003
const SESSION_OVER = 1008

// One socket for all the pictures of a page: a browser shakes hands for one socket of a house after the other. Each view that is asked
// for has a number, which stands before each of its messages; one that nobody asked for, or nobody wants any more, is passed over.
class Wire {
  constructor () {
    this.views = new Map()
    this.number = 0
    this.socket = null
  }

  ask (stream, view) {
    do { this.number = (this.number + 1) % 256 } while (this.views.has(this.number))
    this.views.set(this.number, view)
    this.say(`open ${this.number} ${stream}`)
    return this.number
  }

  leave (number) {
    if (!this.views.delete(number)) return
    this.say(`close ${number}`)
    // Whoever asks for another stream leaves the one first: the socket is closed when nothing was asked for after all.
    window.setTimeout(() => {
      if (this.views.size > 0 || !this.socket) return
      const socket = this.socket
      this.socket = null
      socket.close()
    })
  }

  say (line) {
    if (!this.socket) this.connect()
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(line)
    else this.unsaid.push(line)
  }

  connect () {
    const scheme = window.location.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(`${scheme}//${window.location.host}/live/video`)
    socket.binaryType = 'arraybuffer'
    this.unsaid = []
    socket.addEventListener('open', () => {
      if (socket === this.socket) socket.send(this.unsaid.splice(0).join('\n'))
    })
    socket.addEventListener('message', (event) => { if (socket === this.socket) this.take(event.data) })
    socket.addEventListener('close', (event) => { if (socket === this.socket) this.lost(event.code) })
    this.socket = socket
  }

  take (data) {
    if (typeof data !== 'string') {
      const view = this.views.get(new Uint8Array(data, 0, 1)[0])
      if (view) view.take(new Uint8Array(data, 1))
      return
    }
    const said = JSON.parse(data)
    if (said.echo) return this.views.forEach((view) => view.echoed((performance.now() - Number(said.echo)) / 2000))
    const view = this.views.get(said.view)
    if (!view) return
    if (said.coding) return view.take(`video/mp4; codecs="${said.coding}"`)
    this.views.delete(said.view)
    view.lost(said.over)
  }

  lost (code) {
    const all = [...this.views.values()]
    this.views.clear()
    this.socket = null
    all.forEach((view) => view.lost(code))
  }

  // Every few seconds the way there and back is measured; the server ends a socket that says nothing.
  ping () {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) this.socket.send(performance.now().toFixed(3))
  }
}

class Live {
  constructor (tile, say, large, wire) {
    this.wire = wire
    this.view = null
    this.tile = tile
    this.say = say
    this.unplayable = new Set()
    this.order(large)
    this.video = tile.querySelector('video')
    this.message = tile.querySelector('.tile__message')
    this.wait = FIRST_WAIT
    this.open()
  }

  order (large) {
    const { live, smaller } = this.tile.dataset
    this.large = large
    this.streams = !smaller ? [live] : large ? [live, smaller] : [smaller, live]
    this.stream = this.streams.find((one) => !this.unplayable.has(one)) || live
  }

  // A picture that fills the screen is worth the larger stream, and no longer when it does not.
  prefer (large) {
    const before = this.stream
    this.order(large)
    if (before === this.stream) return
    this.close()
    this.open()
  }

  // The next stream that the browser may be able to play; false where there is no other.
  other () {
    const next = this.streams.find((one) => one !== this.stream && !this.unplayable.has(one))
    if (next) this.stream = next
    return Boolean(next)
  }

  open () {
    this.begun = performance.now()
    this.waiting = []
    this.aged = false
    this.buffer = null
    this.mime = ''
    this.started = 0
    this.transit = 0
    this.heard = performance.now()
    this.tell(this.say.connecting)
    const source = new MediaSource()
    this.source = source
    const address = URL.createObjectURL(source)
    source.addEventListener('sourceopen', () => {
      URL.revokeObjectURL(address)
      this.feed()
    }, { once: true })
    this.video.muted = true
    this.video.src = address
    this.view = this.wire.ask(this.stream, this)
  }

  close () {
    window.clearTimeout(this.again)
    if (this.view !== null) this.wire.leave(this.view)
    this.view = null
    this.video.removeAttribute('src')
    this.video.load()
  }

  lost (code) {
    this.view = null
    if (code === SESSION_OVER) return window.location.assign('/sign-in?ended=1')
    if (code === DENIED) return this.tell(this.say.denied)
    if (code === CHANGED) return this.open()
    if (!this.started) this.other()
    this.tell(this.say.away)
    this.again = window.setTimeout(() => this.open(), this.wait)
    this.wait = Math.min(LONGEST_WAIT, this.wait * 2)
  }

  // A coding in words, or bytes that are coded so.
  take (data) {
    this.heard = performance.now()
    if (this.aged) this.tell('')
    this.aged = false
    this.waiting.push(data)
    if (this.waiting.length > MOST_WAITING) {
      this.close()
      this.open()
    } else {
      this.feed()
    }
  }

  feed () {
    if (this.source.readyState !== 'open' || (this.buffer && this.buffer.updating) || this.waiting.length === 0) return
    if (typeof this.waiting[0] === 'string') {
      if (!this.coding(this.waiting.shift())) return
    }
    const parts = []
    while (this.waiting.length > 0 && typeof this.waiting[0] !== 'string') parts.push(this.waiting.shift())
    if (parts.length === 0 || !this.buffer) return
    try {
      this.buffer.appendBuffer(parts.length === 1 ? parts[0] : joined(parts))
    } catch (full) {
      this.close()
      this.open()
    }
  }

  coding (mime) {
    if (!MediaSource.isTypeSupported(mime)) {
      this.close()
      this.unplayable.add(this.stream)
      if (this.other()) this.open()
      else this.tell(mime.includes('hvc1') || mime.includes('hev1') ? this.say.h265 : this.say.unsupported)
      return false
    }
    if (!this.buffer) {
      this.buffer = this.source.addSourceBuffer(mime)
      this.buffer.addEventListener('updateend', () => {
        this.start()
        this.feed()
      })
      this.buffer.addEventListener('error', () => {
        this.close()
        this.open()
      })
    } else if (mime !== this.mime) {
      this.buffer.changeType(mime)
    }
    this.mime = mime
    return true
  }

  // The first picture is shown as soon as there is one, at the newest moment there is.
  start () {
    const range = this.newest()
    if (this.started || !range) return
    this.started = performance.now()
    this.video.currentTime = Math.max(range.from, range.to - NEAR)
    this.video.play().catch(() => {})
    const shown = () => {
      this.wait = FIRST_WAIT
      this.tile.dataset.first = String(Math.round(performance.now() - this.begun))
      this.tell('')
      const reduced = this.tile.querySelector('.tile__reduced')
      reduced.textContent = this.large && this.stream === this.tile.dataset.smaller ? this.say.reduced : ''
    }
    if (this.video.requestVideoFrameCallback) this.video.requestVideoFrameCallback(shown)
    else this.video.addEventListener('timeupdate', shown, { once: true })
  }

  newest () {
    if (!this.buffer) return null
    let ranges
    try { ranges = this.buffer.buffered } catch (removed) { return null }
    return ranges.length === 0 ? null : { from: ranges.start(ranges.length - 1), to: ranges.end(ranges.length - 1) }
  }

  behind () {
    const range = this.newest()
    return range ? range.to - this.video.currentTime : 0
  }

  // Ten times a second: how far behind, and what follows from it.
  steer () {
    const range = this.newest()
    if (!this.started || !range) return
    const video = this.video
    const behind = range.to - video.currentTime
    const settling = performance.now() - this.started < 2000
    if (video.currentTime < range.from) {
      video.currentTime = Math.max(range.from, range.to - NEAR)
    } else if (behind > (settling ? 0.5 : LOST)) {
      video.currentTime = Math.max(range.from, range.to - NEAR)
    } else {
      const rate = behind > FAR ? 1.1 : behind < NEAR / 2 ? 0.95 : behind > NEAR ? 1.02 : 1
      if (video.playbackRate !== rate) video.playbackRate = rate
    }
    if (video.paused && !document.hidden) video.play().catch(() => {})
    if (this.buffer && !this.buffer.updating && video.currentTime - this.buffer.buffered.start(0) > KEEP * 2) {
      this.buffer.remove(0, video.currentTime - KEEP)
    }
  }

  echoed (transit) {
    this.transit = transit
  }

  // Nothing new for long is said, lest an old picture be taken for what is now.
  age () {
    if (this.view === null || !this.started || performance.now() - this.heard < 10000) return
    this.aged = true
    this.tell(this.say.stale)
  }

  latency () {
    return Math.round((this.behind() + this.transit) * 1000)
  }

  tell (text) {
    this.message.textContent = text
    this.message.hidden = text === ''
  }
}

function joined (parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const wall = document.querySelector('[data-wall]')
const lives = []
if (wall) {
  const tiles = [...wall.querySelectorAll('.tile')]
  const wire = new Wire()
  const say = wall.dataset
  if (!('MediaSource' in window)) {
    tiles.forEach((tile) => { tile.querySelector('.tile__message').textContent = say.unsupported })
  } else {
    tiles.filter((tile) => tile.dataset.live).forEach((tile) => lives.push(new Live(tile, say, say.columns === '1', wire)))
    document.addEventListener('fullscreenchange', () => {
      const shown = document.fullscreenElement
      lives.forEach((live) => live.prefer(say.columns === '1' || Boolean(shown && live.tile.contains(shown))))
    })
  }
  window.setInterval(() => lives.forEach((live) => live.steer()), 100)
  window.setInterval(() => {
    wire.ping()
    lives.forEach((live) => live.age())
  }, 5000)
  window.setTimeout(() => wire.ping(), 1500)
  window.setInterval(() => { if (!document.hidden) states(tiles) }, 3000)
  keyboard(tiles)
  hiding()
  latencies(tiles)
}

async function states (tiles) {
  try {
    const answer = await window.fetch('/live/video-states', { headers: { Accept: 'application/json' } })
    if (answer.redirected || answer.status === 401) return window.location.assign('/sign-in?ended=1')
    if (!answer.ok) return
    const known = new Map((await answer.json()).map((state) => [state.id, state]))
    for (const tile of tiles) {
      const state = known.get(tile.dataset.camera)
      if (!state) continue
      const shown = tile.querySelector('.tile__state')
      if (shown.textContent !== state.text) shown.textContent = state.text
      tile.dataset.state = state.state
      const note = tile.querySelector('.tile__note')
      if (note.textContent !== state.note) note.textContent = state.note
      if (state.pictures !== Boolean(tile.dataset.live)) window.location.reload()
    }
  } catch (offline) {
    // The next answer will tell.
  }
}

// A page that nobody sees asks for nothing: no picture is sent and no look is written down.
function hiding () {
  let soon = 0
  let closed = false
  document.addEventListener('visibilitychange', () => {
    window.clearTimeout(soon)
    if (document.hidden) {
      soon = window.setTimeout(() => {
        closed = true
        lives.forEach((live) => live.close())
      }, 15000)
    } else if (closed) {
      closed = false
      lives.forEach((live) => live.open())
    }
  })
}

// Whoever moves or types is there: the session goes on. Pictures alone do not keep it.
let touched = 0
function touch () {
  if (Date.now() - touched < 60000) return
  touched = Date.now()
  window.fetch('/footage/here', { method: 'HEAD' }).catch(() => {})
}
if (wall) {
  for (const kind of ['pointerdown', 'pointermove', 'keydown']) document.addEventListener(kind, touch, { passive: true })
}

function latencies (tiles) {
  const button = document.querySelector('[data-latency]')
  let on = false
  function turn () {
    on = !on
    if (button) button.setAttribute('aria-pressed', String(on))
    tiles.forEach((tile) => { tile.querySelector('.tile__latency').hidden = !on })
  }
  if (button) {
    button.hidden = false
    button.addEventListener('click', turn)
  }
  document.addEventListener('keydown', (event) => {
    if (typing(event) || (event.code !== 'KeyL')) return
    turn()
  })
  window.setInterval(() => {
    if (!on) return
    lives.forEach((live) => { live.tile.querySelector('.tile__latency').textContent = live.started ? `${live.latency()}\u00a0${wall.dataset.ms}` : '' })
  }, 500)
}

function typing (event) {
  return event.ctrlKey || event.metaKey || event.altKey || ['INPUT', 'TEXTAREA', 'SELECT'].includes(event.target.tagName)
}

// Arrows go from picture to picture, Enter opens one (they are links), F fills the screen, 1 to 4 choose the size.
function keyboard (tiles) {
  document.addEventListener('keydown', (event) => {
    if (typing(event)) return
    const sizes = document.querySelectorAll('[data-size]')
    const digit = ['Digit1', 'Digit2', 'Digit3', 'Digit4'].indexOf(event.code)
    if (digit >= 0 && sizes[digit]) return sizes[digit].click()
    const at = tiles.findIndex((tile) => tile.contains(document.activeElement))
    if (event.code === 'KeyF') {
      const tile = tiles[Math.max(0, at)]
      if (document.fullscreenElement) document.exitFullscreen()
      else if (tile) tile.querySelector('.tile__stage').requestFullscreen().catch(() => {})
      return
    }
    const columns = Math.max(1, Math.round(Math.sqrt(Number(wall.dataset.columns) || 1)))
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (step === undefined || at < 0) return
    const next = tiles[at + step]
    if (next) {
      event.preventDefault()
      next.querySelector('a').focus()
    }
  })
}

window.custodyLive = { lives }
