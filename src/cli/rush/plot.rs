//! The figures as a picture: for each of them, how many were done within which time.

use std::fmt::Write as _;

use super::figures::{Row, milliseconds};

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 60.0;
const TOP: f64 = 50.0;
const RIGHT: f64 = 20.0;
const BOTTOM: f64 = 60.0;
/// Told apart also by who sees few colours: with dashes.
const LOOKS: [(&str, &str); 4] = [("#1d4ed8", ""), ("#b45309", "7 3"), ("#047857", "2 3"), ("#be185d", "9 3 2 3")];
/// Each line has at most so many corners, however many guests there were.
const CORNERS: usize = 200;

/// An SVG file. Times are on a logarithmic scale, in milliseconds.
pub fn svg(title: &str, rows: &[Row]) -> String {
    let decades = decades(rows);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"13\" role=\"img\">\n<title>{title}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"28\" font-size=\"16\">{title}: share done within so many ms</text>\n"
    );
    grid(&mut svg, decades);
    for (row, look) in rows.iter().zip(LOOKS) {
        curve(&mut svg, row, look, decades);
    }
    for (at, (row, look)) in rows.iter().zip(LOOKS).enumerate() {
        legend(&mut svg, at, row, look);
    }
    svg.push_str("</svg>\n");
    svg
}

/// The powers of ten that hold all times, in milliseconds.
fn decades(rows: &[Row]) -> (i32, i32) {
    let all = rows.iter().flat_map(|row| [row.times.first(), row.times.last()]).flatten();
    let logs = all.map(|time| logarithm(time.as_secs_f64() * 1_000.0));
    let (low, high) = logs.fold((0.0_f64, 1.0_f64), |(low, high), log| (low.min(log), high.max(log)));
    let whole = |number: f64| format!("{number:.0}").parse().unwrap_or_default();
    (whole(low.floor()), whole(high.ceil()))
}

/// Below a microsecond all times are the same.
fn logarithm(milliseconds: f64) -> f64 {
    milliseconds.max(0.001).log10()
}

fn across(milliseconds: f64, (low, high): (i32, i32)) -> f64 {
    let share = (logarithm(milliseconds) - f64::from(low)) / f64::from(high - low);
    LEFT + share.clamp(0.0, 1.0) * (WIDTH - LEFT - RIGHT)
}

fn down(percent: f64) -> f64 {
    TOP + (1.0 - percent / 100.0) * (HEIGHT - TOP - BOTTOM)
}

fn grid(svg: &mut String, decades: (i32, i32)) {
    let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
    for exponent in decades.0..=decades.1 {
        let x = across(10_f64.powi(exponent), decades);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {TOP}V{bottom}\" stroke=\"#ddd\"/>\
             <text x=\"{x:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{} ms</text>",
            bottom + 20.0,
            10_f64.powi(exponent)
        );
    }
    for percent in [0.0, 50.0, 95.0, 100.0] {
        let y = down(percent);
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#ddd\"/>\
             <text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{percent} %</text>",
            LEFT - 6.0,
            y + 4.0
        );
    }
}

fn curve(svg: &mut String, row: &Row, (colour, dashes): (&str, &str), decades: (i32, i32)) {
    let Some(last) = row.times.len().checked_sub(1) else { return };
    let mut points = String::new();
    for corner in 0..=CORNERS {
        let Some(time) = row.times.get(last * corner / CORNERS) else { continue };
        let share =
            f64::from(u32::try_from(corner * 100).unwrap_or_default()) / f64::from(u32::try_from(CORNERS).unwrap_or(1));
        let _ = write!(points, "{:.1},{:.1} ", across(time.as_secs_f64() * 1_000.0, decades), down(share));
    }
    let _ = writeln!(
        svg,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>",
        points.trim_end()
    );
}

fn legend(svg: &mut String, at: usize, row: &Row, (colour, dashes): (&str, &str)) {
    let column = (WIDTH - LEFT - RIGHT) / 4.0;
    let x = LEFT + column * f64::from(u32::try_from(at).unwrap_or_default());
    let y = HEIGHT - 16.0;
    let p99 = row.within(99).map_or_else(|| "–".to_owned(), milliseconds);
    let _ = writeln!(
        svg,
        "<path d=\"M{x:.0} {:.0}h22\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>\
         <text x=\"{:.0}\" y=\"{y}\">{} (p99 {p99})</text>",
        y - 4.0,
        x + 27.0,
        row.name
    );
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn row(name: &'static str, milliseconds: &[u64]) -> Row {
        Row { name, times: milliseconds.iter().map(|time| Duration::from_millis(*time)).collect(), errors: 0 }
    }

    #[test]
    fn every_row_has_a_line_from_its_shortest_to_its_longest_time() {
        let svg = svg("9 guests, 2 hosts", &[row("ask", &[1, 10, 100]), row("token", &[])]);
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n"));
        assert_eq!(svg.matches("<polyline").count(), 1, "nothing measured, nothing drawn");
        let line = svg.split("points=\"").nth(1).unwrap().split('"').next().unwrap();
        let points: Vec<&str> = line.split(' ').collect();
        assert_eq!(points.len(), CORNERS + 1);
        assert_eq!((points[0], points[CORNERS]), ("60.0,360.0", "740.0,50.0"));
        assert!(svg.contains("ask (p99 100.0)") && svg.contains("token (p99 –)"), "{svg}");
    }
}
