package dev.twinlab.lab.report.plot;

/** The outline of a point. */
enum Mark {
    CIRCLE {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0Z"
                    .formatted(at(x - r), at(y), at(r), at(r), at(2 * r), at(r), at(r), at(-2 * r));
        }
    },
    DIAMOND {
        @Override
        String path(double x, double y, double r) {
            double wide = r * 1.25;
            return "M%s %sl%s %sl%s %sl%s %sZ"
                    .formatted(at(x - wide), at(y), at(wide), at(-wide), at(wide), at(wide), at(-wide), at(wide));
        }
    },
    SQUARE {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sh%sv%sh%sZ".formatted(at(x - r), at(y - r), at(2 * r), at(2 * r), at(-2 * r));
        }
    },
    CROSS {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sl%s %sm0 %sl%s %s"
                    .formatted(at(x - r), at(y - r), at(2 * r), at(2 * r), at(-2 * r), at(-2 * r), at(2 * r));
        }
    },
    LEFT {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sl%s %sv%sZ".formatted(at(x - r), at(y), at(1.6 * r), at(-r), at(2 * r));
        }
    },
    RIGHT {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sl%s %sv%sZ".formatted(at(x + r), at(y), at(-1.6 * r), at(-r), at(2 * r));
        }
    },
    UP {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sl%s %sh%sZ".formatted(at(x), at(y - r), at(r), at(1.6 * r), at(-2 * r));
        }
    },
    DOWN {
        @Override
        String path(double x, double y, double r) {
            return "M%s %sl%s %sh%sZ".formatted(at(x), at(y + r), at(r), at(-1.6 * r), at(-2 * r));
        }
    };

    abstract String path(double x, double y, double r);

    private static String at(double value) {
        return Svg.number(value);
    }
}
