// Draws every chart of the page with Observable Plot, from the data beside it, at the width that it has.
"use strict";
(() => {
  const COLOUR = { h: "var(--h)", m: "var(--m)", eq: "var(--eq)", open: "var(--open)" };
  // Words need more contrast than marks.
  const INK = { ...COLOUR, open: "var(--muted)" };
  const SYMBOL = { h: "circle", m: "diamond", eq: "square", open: "square" };
  const NARROW = 560;
  const RADIUS = 4;
  const LARGEST_REACH = Math.log(20);

  const measure = document.createElement("canvas").getContext("2d");
  measure.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const widest = (texts) => Math.max(0, ...texts.map((it) => measure.measureText(it).width));

  const file = (dot) => (dot.run ? `runs/${dot.run}.json` : undefined);
  const number = (value) => (Math.abs(value) >= 999.5 ? Math.round(value).toLocaleString("en-US") : `${+value.toPrecision(3)}`);

  // A value beyond the axis stays visible: it sits at the edge, as an arrow with its number.
  function placed(dots, axis, channel) {
    return dots.map((dot) => {
      const value = dot[channel];
      const beyond = axis.low !== null && value < axis.low ? -1 : axis.high !== null && value > axis.high ? 1 : 0;
      return { ...dot, beyond, [channel]: beyond < 0 ? axis.low : beyond > 0 ? axis.high : value, number: number(value) };
    });
  }

  const common = (width, height) => ({
    width,
    height,
    style: { fontSize: "12px", color: "var(--fg)", background: "none", overflow: "visible", fontFamily: "inherit" },
  });

  function scale(axis) {
    const fixed = axis.low !== null && axis.high !== null;
    return { type: axis.spacing, ...(fixed ? { domain: [axis.low, axis.high] } : { nice: axis.spacing === "linear" }) };
  }

  const tickFormat = (value) => (Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en-US") : `${+value.toPrecision(6)}`);

  const logDomain = (values) => [Math.min(...values) / 1.12, Math.max(...values) * 1.12];

  // Of a logarithmic axis: 1, 2 and 5 of each decade, the decades alone where those would crowd, round values where they are few.
  function logTicks([low, high]) {
    const from = Math.floor(Math.log10(low));
    const to = Math.ceil(Math.log10(high));
    const steps = Math.log10(high / low) > 3 ? [1] : [1, 2, 5];
    const ticks = [];
    for (let power = from; power <= to; power++) {
      steps.forEach((step) => ticks.push(+(step * 10 ** power).toPrecision(3)));
    }
    const inside = ticks.filter((it) => it >= low && it <= high);
    return inside.length > 2 ? inside : d3.ticks(low, high, 4);
  }

  function dots(list, options = {}) {
    const kinds = [];
    for (const side of ["h", "m"]) {
      for (const standing of ["paired", "alone", "invalid"]) {
        const own = list.filter((it) => it.side === side && it.standing === standing && !it.beyond);
        if (own.length) {
          const hollow = standing !== "paired";
          kinds.push(Plot.dot(own, {
            x: "x", y: "y", r: RADIUS, title: "tip", href: file, target: "_self",
            symbol: standing === "invalid" ? "times" : SYMBOL[side],
            fill: hollow ? "none" : COLOUR[side],
            stroke: hollow ? COLOUR[side] : "var(--panel)",
            strokeWidth: hollow ? 1.7 : 0.8,
            ...options,
          }));
        }
      }
    }
    return kinds;
  }

  function arrows(list, channel) {
    const out = list.filter((it) => it.beyond);
    const vertical = channel === "y";
    const marks = [];
    for (const side of ["h", "m"]) {
      for (const beyond of [-1, 1]) {
        const own = out.filter((it) => it.side === side && it.beyond === beyond);
        if (own.length) {
          marks.push(Plot.dot(own, {
            x: "x", y: "y", r: 5, symbol: "triangle", title: "tip", href: file, target: "_self",
            rotate: (vertical ? 0 : 90) + (beyond < 0 ? 180 : 0),
            fill: own[0].standing === "paired" ? COLOUR[side] : "none", stroke: COLOUR[side],
          }));
          marks.push(Plot.text(own, {
            x: "x", y: "y", text: "number", fill: "var(--muted)",
            ...(vertical ? { dy: beyond < 0 ? 13 : -12 } : { dx: beyond < 0 ? 9 : -9, textAnchor: beyond < 0 ? "start" : "end" }),
          }));
        }
      }
    }
    return marks;
  }

  function lines(list, y) {
    const clamped = (it) => (y.low === null || y.high === null ? it.y : Math.min(y.high, Math.max(y.low, it.y)));
    const look = {
      thin: () => ({ strokeWidth: 1, strokeOpacity: 0.5 }),
      bold: (side) => ({ strokeWidth: 2.4, strokeDasharray: side === "m" ? "7 4" : undefined }),
      step: (side) => ({ strokeWidth: 1.8, strokeDasharray: side === "m" ? "7 4" : undefined }),
      link: () => ({ strokeWidth: 1.2 }),
    };
    return list.filter((it) => it.points.length > 1).map((it) => Plot.line(it.points, {
      x: "x", y: clamped, stroke: it.side ? COLOUR[it.side] : "var(--muted)", clip: true, ...look[it.stroke](it.side),
    }));
  }

  function plane(chart, width) {
    const list = placed(placed(chart.dots, chart.x, "x").map((it) => ({ ...it, off: it.beyond })), chart.y, "y")
      .map((it) => ({ ...it, beyond: it.beyond || it.off, vertical: it.beyond !== 0 }));
    const every = [...list, ...chart.lines.flatMap((it) => it.points)];
    if (every.length === 0) {
      return Plot.plot({ ...common(width, 120), marks: [Plot.text(["nothing above zero was recorded"], { frameAnchor: "middle" })] });
    }
    const named = new Map(chart.x.ticks.map((it) => [it.at, it.label]));
    const namedY = new Map(chart.y.ticks.map((it) => [it.at, it.label]));
    const room = (width - 66) / Math.max(1, named.size);
    const crowded = named.size > 0 && widest([...named.values()]) > room - 6;
    const long = crowded && widest([...named.values()]) > 30;
    const log = chart.y.spacing === "log";
    const domain = log ? logDomain(every.map((it) => it.y)) : null;
    // With values of its own an axis takes its words from "text": a formatted logarithmic axis would leave some out.
    const own = log ? logTicks(domain) : namedY.size ? [...namedY.keys()] : null;
    const grid = { stroke: "var(--grid)", strokeOpacity: 1 };
    const axis = { label: null, tickSize: 0, color: "var(--muted)" };
    const bottom = (chart.x.label ? 46 : 28) + (long ? 38 : 0);
    return Plot.plot({
      ...common(width, 244 + bottom),
      marginLeft: 52,
      marginRight: 14,
      marginTop: 34,
      marginBottom: bottom,
      x: scale(chart.x),
      y: { ...scale(chart.y), ...(domain ? { domain } : {}), label: null },
      marks: [
        Plot.rectX(chart.bands, { x1: "from", x2: "to", fill: (it, i) => (i % 2 === 0 ? "var(--phase)" : "none") }),
        own ? Plot.gridY(own, grid) : Plot.gridY({ ...grid, ticks: 5 }),
        own
          ? Plot.axisY(own, { ...axis, text: (it) => namedY.get(it) ?? tickFormat(it) })
          : Plot.axisY({ ...axis, ticks: 5, tickFormat }),
        Plot.axisX({
          label: chart.x.label || null, labelAnchor: "center", labelArrow: "none", color: "var(--muted)", tickSize: 4,
          ...(named.size
            ? { ticks: [...named.keys()], tickFormat: (it) => named.get(it), ...(long ? { tickRotate: -45 } : {}) }
            : { ticks: Math.max(3, Math.round(width / 90)), tickFormat }),
        }),
        Plot.text([chart.y.label], { frameAnchor: "top-left", dx: -44, dy: -26, textAnchor: "start", lineAnchor: "top", fill: "var(--muted)" }),
        Plot.text(chart.bands, { x: (it) => (it.from + it.to) / 2, text: "label", frameAnchor: "top", dy: -10, fill: "var(--muted)" }),
        ...lines(chart.lines, chart.y),
        Plot.ruleY(chart.rules, { y: "y", stroke: "var(--gate)", strokeWidth: 1.6, strokeDasharray: "6 4" }),
        Plot.text(chart.rules, { y: "y", text: "label", frameAnchor: "right", dy: -8, textAnchor: "end", fill: "var(--gate)" }),
        ...dots(list),
        ...arrows(list.filter((it) => it.vertical), "y"),
        ...arrows(list.filter((it) => !it.vertical), "x"),
      ],
    });
  }

  function strips(chart, width) {
    const rows = chart.strips.map((strip, row) => ({ ...strip, row }));
    const ROW = 66;
    const height = rows.length * ROW + 52;
    const list = rows.flatMap((strip) => placed(strip.dots, chart.x, "x").map((it) => ({ ...it, row: strip.row })));
    return Plot.plot({
      ...common(width, height),
      marginLeft: 14,
      marginRight: 14,
      marginTop: 4,
      marginBottom: 48,
      x: scale(chart.x),
      fy: { domain: rows.map((it) => it.row), axis: null, padding: 0 },
      marks: [
        Plot.gridX({ stroke: "var(--grid)", strokeOpacity: 1, ticks: Math.round(width / 90) }),
        Plot.axisX({ label: chart.x.label, labelAnchor: "center", labelArrow: "none", color: "var(--muted)", tickSize: 4, tickFormat, ticks: Math.round(width / 90) }),
        Plot.text(rows, { fy: "row", text: "label", frameAnchor: "top-left", dx: -6, dy: 4 }),
        Plot.text(rows, { fy: "row", text: "note", frameAnchor: "top-right", dx: 6, dy: 4, fill: "var(--muted)" }),
        Plot.tickX(rows.filter((it) => it.median >= chart.x.low && it.median <= chart.x.high), { fy: "row", x: "median", stroke: "var(--fg)", strokeWidth: 2, insetTop: 22, insetBottom: 2 }),
        ...["h", "m"].flatMap((side) => ["paired", "alone", "invalid"].map((standing) => {
          const own = list.filter((it) => it.side === side && it.standing === standing);
          const hollow = standing !== "paired";
          return own.length === 0 ? null : Plot.dot(own, Plot.dodgeY({ anchor: "middle", padding: 1 }, {
            fy: "row", x: "x", r: RADIUS, dy: 10, title: "tip", href: file, target: "_self",
            symbol: (it) => (it.beyond ? "triangle" : SYMBOL[side]),
            fill: hollow ? "none" : COLOUR[side], stroke: hollow ? COLOUR[side] : "var(--panel)", strokeWidth: hollow ? 1.7 : 0.8,
          }));
        })),
        Plot.text(list.filter((it) => it.beyond), {
          fy: "row", x: "x", text: "number", frameAnchor: "middle", dy: -6, fill: "var(--muted)", textAnchor: (it) => "middle",
        }),
      ],
      symbol: { type: "identity" },
    });
  }

  // Round ratios from the outside in, as long as their labels stay apart; one is always among them.
  function ratioTicks(reach, width) {
    const all = [0.05, 0.1, 0.2, 0.25, 0.33, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.05, 1.1, 1.25, 1.4, 1.6, 2, 3, 4, 5, 10, 20];
    const place = (it) => ((Math.log(it) + reach) / (2 * reach)) * width;
    const chosen = [1];
    all.filter((it) => Math.abs(Math.log(it)) <= reach)
      .sort((a, b) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))
      .forEach((it) => {
        if (chosen.every((other) => Math.abs(place(other) - place(it)) > 48)) {
          chosen.push(it);
        }
      });
    return chosen;
  }

  function forest(chart, width) {
    const narrow = width < NARROW;
    const rowHeight = narrow ? 92 : 52;
    const rows = chart.rows.map((it, row) => ({ ...it, row }));
    const distance = (it) => (it > 0 ? Math.abs(Math.log(it)) : LARGEST_REACH);
    const reach = Math.min(LARGEST_REACH, 1.08 * Math.max(0.1, ...rows.flatMap((row) => [
      1.6 * Math.log1p(row.margin),
      ...[row.estimate, row.low, row.high].filter((it) => it !== null).map(distance),
    ])));
    const [low, high] = [Math.exp(-reach), Math.exp(reach)];
    const inside = (it) => Math.min(high, Math.max(low, it));
    const left = narrow ? 10 : 16 + widest(rows.map((it) => it.label));
    const right = narrow ? 10 : 26 + widest(rows.flatMap((it) => [it.shown, it.result]));
    const head = narrow ? 0.16 : -0.12;
    const at = (row) => row.row + head;
    const top = (row) => (narrow ? row.row - 0.04 : row.row - 0.5);
    const ticks = ratioTicks(reach, width - left - right);
    const pairs = rows.flatMap((row) => row.pairs.map((pair, i) => ({
      ...pair, x: inside(pair.ratio), y: at(row) + (narrow ? 0.19 : 0.3) + (i % 2 ? 0.05 : 0),
      beyond: pair.ratio < low ? -1 : pair.ratio > high ? 1 : 0,
    })));
    const ends = rows.flatMap((row) => [row.low, row.high].filter((it) => it !== null)
      .map((value) => ({ value: inside(value), y: at(row), reading: row.reading, beyond: value < low || value > high })));
    const ranged = rows.filter((it) => it.low !== null && it.high !== null);
    const words = narrow
      ? [
          Plot.text(rows, { y: (it) => it.row - 0.5, text: "label", frameAnchor: "left", dx: -6, dy: 15, textAnchor: "start", fontWeight: 600 }),
          Plot.text(rows, { y: (it) => it.row - 0.5, text: (it) => `${it.shown} · ${it.result}`, frameAnchor: "left", dx: -6, dy: 33, textAnchor: "start", fill: (it) => INK[it.reading] }),
        ]
      : [
          Plot.text(rows, { y: at, text: "label", frameAnchor: "left", dx: 6 - left, textAnchor: "start" }),
          Plot.text(rows, { y: at, text: "shown", frameAnchor: "right", dx: 14, textAnchor: "start" }),
          Plot.text(rows, { y: at, text: "result", frameAnchor: "right", dx: 14, dy: 17, textAnchor: "start", fontWeight: 600, fill: (it) => INK[it.reading] }),
        ];
    return Plot.plot({
      ...common(width, rows.length * rowHeight + 76),
      marginLeft: left,
      marginRight: right,
      marginTop: 30,
      marginBottom: 46,
      x: { type: "log", domain: [low, high] },
      y: { type: "linear", domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
      marks: [
        // On a narrow page the words stand above each row's plot, so upright lines leave room for them.
        Plot.ruleX(rows.flatMap((row) => ticks.map((x) => ({ x, y1: top(row), y2: row.row + 0.5 }))), { x: "x", y1: "y1", y2: "y2", stroke: "var(--grid)" }),
        Plot.ruleY(rows, { y: (it) => it.row - 0.5, stroke: "var(--grid)", insetLeft: -left, insetRight: -right }),
        Plot.rect(rows, {
          x1: (it) => inside(Math.exp(-Math.log1p(it.margin))), x2: (it) => inside(1 + it.margin),
          y1: (it) => at(it) - (narrow ? 0.14 : 0.26), y2: (it) => at(it) + (narrow ? 0.28 : 0.44), fill: "var(--band)",
        }),
        Plot.ruleX(rows, { x: 1, y1: top, y2: (it) => it.row + 0.5, stroke: "var(--fg)", strokeWidth: 1.2 }),
        Plot.axisX(ticks, { text: (it) => `${it}×`, label: "ratio Helidon / Micronaut (logarithmic)", labelAnchor: "center", labelArrow: "none", color: "var(--muted)", tickSize: 4 }),
        Plot.text(["◂ Helidon lower"], { x: [1], frameAnchor: "top", dx: -8, dy: -18, textAnchor: "end", fill: "var(--muted)" }),
        Plot.text(["Micronaut lower ▸"], { x: [1], frameAnchor: "top", dx: 8, dy: -18, textAnchor: "start", fill: "var(--muted)" }),
        ...words,
        Plot.dot(pairs.filter((it) => !it.beyond), { x: "x", y: "y", r: 2.3, fill: "var(--muted)", fillOpacity: 0.8, title: "tip" }),
        ...[-1, 1].map((beyond) => Plot.dot(pairs.filter((it) => it.beyond === beyond), { x: "x", y: "y", r: 3.2, symbol: "triangle", rotate: 90 * beyond, fill: "var(--muted)", title: "tip" })),
        Plot.ruleY(ranged, { x1: (it) => inside(it.low), x2: (it) => inside(it.high), y: at, stroke: (it) => COLOUR[it.reading], strokeWidth: 2.4 }),
        Plot.ruleX(ends.filter((it) => !it.beyond), { x: "value", y1: (it) => it.y - 5 / rowHeight, y2: (it) => it.y + 5 / rowHeight, stroke: (it) => COLOUR[it.reading], strokeWidth: 2.4 }),
        ...["h", "m", "eq", "open"].map((reading) => Plot.dot(rows.filter((it) => it.reading === reading && it.estimate !== null), {
          x: (it) => inside(it.estimate), y: at, r: 5.5, symbol: SYMBOL[reading], title: (it) => `${it.label}: ${it.shown}`,
          fill: reading === "open" ? "var(--bg)" : COLOUR[reading], stroke: reading === "open" ? COLOUR.open : "var(--bg)", strokeWidth: reading === "open" ? 2 : 1,
        })),
      ],
    });
  }

  const KINDS = { forest, strips, plane };

  function draw(figure) {
    const canvas = figure.querySelector(".canvas");
    const width = Math.floor(canvas.clientWidth);
    if (width === 0 || figure.dataset.width === String(width)) {
      return;
    }
    const chart = JSON.parse(figure.querySelector("script").textContent);
    const picture = KINDS[chart.kind](chart, width);
    // The figure has one name for a screen reader; its links are in the table below, where the keyboard reaches them.
    picture.setAttribute("aria-hidden", "true");
    picture.querySelectorAll("a").forEach((it) => it.setAttribute("tabindex", "-1"));
    canvas.replaceChildren(picture);
    figure.dataset.width = String(width);
    figure.dataset.drawn = String(picture.querySelectorAll("g[aria-label=dot] :is(circle, path)").length);
  }

  const figures = [...document.querySelectorAll("figure.chart")];
  figures.forEach(draw);
  const observer = new ResizeObserver((entries) => entries.forEach((it) => draw(it.target.closest("figure"))));
  figures.forEach((it) => observer.observe(it.querySelector(".canvas")));
})();
