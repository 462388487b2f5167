package custody.video.simulator;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws one picture of an invented room: floor, furniture, people who walk, and a clock whose hand shows the second. No fonts
 * are used, since a server may have none.
 */
final class DemoRoom {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    private static final Color SKIN = new Color(0xd9b08c);

    /** A kind of room with its colours, furniture and the paths people take. */
    enum Kind {
        REGISTRATION(new Color(0x9aa7a0), new Color(0x6b5f4e)),
        CORRIDOR(new Color(0xa9a59b), new Color(0x57616b)),
        CELL(new Color(0x8f968f), new Color(0x5d5a55)),
        YARD(new Color(0x7f8c99), new Color(0x6f7a5e));

        private final Color wall;
        private final Color floor;

        Kind(Color wall, Color floor) {
            this.wall = wall;
            this.floor = floor;
        }
    }

    /** Somebody who walks to and fro; all lengths in pixels, times in seconds. */
    private record Person(double from, double to, double depth, double period, double phase, Color coat) {}

    private DemoRoom() {}

    /** Draws the room as it is {@code second} seconds into the minute. */
    static void draw(BufferedImage image, Kind kind, double second) {
        draw(image, kind, second, true);
    }

    /** The same, with or without people in it. */
    static void draw(BufferedImage image, Kind kind, double second, boolean inhabited) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(kind.wall);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(kind.floor);
        g.fill(new Rectangle2D.Double(0, 170, WIDTH, HEIGHT - 170.0));
        g.setColor(kind.floor.brighter());
        for (int x = -400; x <= WIDTH + 400; x += 80) {
            g.draw(new Line2D.Double(WIDTH / 2.0 + (x - WIDTH / 2.0) * 0.4, 170, x, HEIGHT));
        }
        furniture(g, kind);
        for (Person person : inhabited ? people(kind) : List.<Person>of()) {
            draw(g, person, second);
        }
        clock(g, second);
        digits(g, (int) second);
        g.dispose();
    }

    private static void furniture(Graphics2D g, Kind kind) {
        Color dark = new Color(0x3f3a33);
        Color light = new Color(0xc9c2b4);
        switch (kind) {
            case REGISTRATION -> {
                block(g, 380, 190, 220, 90, light, dark);
                block(g, 430, 160, 60, 40, dark, Color.BLACK);
            }
            case CORRIDOR -> {
                for (int i = 0; i < 4; i++) {
                    block(g, 60 + i * 150, 60, 70, 130, light, dark);
                }
            }
            case CELL -> {
                block(g, 60, 200, 200, 50, light, dark);
                block(g, 470, 190, 70, 90, light, dark);
            }
            case YARD -> {
                g.setColor(dark);
                for (int x = 0; x < WIDTH; x += 24) {
                    g.draw(new Line2D.Double(x, 40, x, 170));
                }
                block(g, 250, 240, 160, 24, light, dark);
            }
        }
    }

    private static void block(Graphics2D g, double x, double y, double width, double height, Color face, Color edge) {
        var shape = new RoundRectangle2D.Double(x, y, width, height, 8, 8);
        g.setColor(face);
        g.fill(shape);
        g.setColor(edge);
        g.setStroke(new BasicStroke(2));
        g.draw(shape);
    }

    private static List<Person> people(Kind kind) {
        Color uniform = new Color(0x2b3a55);
        Color plain = new Color(0x7a4b3a);
        return switch (kind) {
            case REGISTRATION ->
                List.of(new Person(460, 520, 0.55, 20, 3, uniform), new Person(80, 330, 0.8, 30, 0, plain));
            case CORRIDOR -> List.of(new Person(20, 600, 0.7, 15, 0, uniform), new Person(600, 40, 0.9, 30, 7, plain));
            case CELL -> List.of(new Person(280, 450, 0.75, 12, 0, plain));
            case YARD ->
                List.of(
                        new Person(60, 580, 0.6, 20, 0, plain),
                        new Person(560, 90, 0.8, 30, 5, plain),
                        new Person(300, 340, 0.5, 60, 0, uniform));
        };
    }

    private static void draw(Graphics2D g, Person person, double second) {
        double turn = 2 * Math.PI * (second / person.period()) + person.phase();
        double x = person.from() + (person.to() - person.from()) * (1 - Math.cos(turn)) / 2;
        double size = 60 + 90 * person.depth();
        double foot = 170 + 170 * person.depth();
        double stride = Math.sin(turn * person.period() * 0.9) * size * 0.12;
        g.setColor(Color.DARK_GRAY);
        g.setStroke(new BasicStroke((float) (size * 0.07)));
        g.draw(new Line2D.Double(x, foot - size * 0.4, x - stride, foot));
        g.draw(new Line2D.Double(x, foot - size * 0.4, x + stride, foot));
        g.setColor(person.coat());
        g.fill(new RoundRectangle2D.Double(
                x - size * 0.14, foot - size * 0.85, size * 0.28, size * 0.5, size * 0.1, size * 0.1));
        g.setColor(SKIN);
        g.fill(new Ellipse2D.Double(x - size * 0.09, foot - size * 1.05, size * 0.18, size * 0.2));
    }

    private static void clock(Graphics2D g, double second) {
        double x = 580;
        double y = 56;
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(x - 30, y - 30, 60, 60));
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(2));
        g.draw(new Ellipse2D.Double(x - 30, y - 30, 60, 60));
        for (int i = 0; i < 12; i++) {
            double angle = Math.PI * i / 6;
            g.draw(new Line2D.Double(
                    x + 25 * Math.sin(angle),
                    y - 25 * Math.cos(angle),
                    x + 28 * Math.sin(angle),
                    y - 28 * Math.cos(angle)));
        }
        double angle = Math.PI * second / 30;
        g.setColor(Color.RED);
        g.draw(new Line2D.Double(x, y, x + 24 * Math.sin(angle), y - 24 * Math.cos(angle)));
    }

    /** Two digits of seven strokes each. */
    private static void digits(Graphics2D g, int value) {
        int[] strokes = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(3));
        digit(g, 20, 20, strokes[value / 10 % 10]);
        digit(g, 44, 20, strokes[value % 10]);
    }

    private static void digit(Graphics2D g, double x, double y, int strokes) {
        double[][] lines = {
            {0, 0, 14, 0},
            {14, 0, 14, 14},
            {14, 14, 14, 28},
            {0, 28, 14, 28},
            {0, 14, 0, 28},
            {0, 0, 0, 14},
            {0, 14, 14, 14}
        };
        for (int i = 0; i < lines.length; i++) {
            if ((strokes >> i & 1) == 1) {
                g.draw(new Line2D.Double(x + lines[i][0], y + lines[i][1], x + lines[i][2], y + lines[i][3]));
            }
        }
    }
}
