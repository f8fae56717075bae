package tw.minsheng.acceptance;

import java.util.List;
import tw.minsheng.web.staff.Visitor;

/** An account of the demonstration, as {@code serve --demo} prints it. */
record DemoStaff(String role, String name, String password) {

    /** @throws IllegalStateException when no such account was printed */
    static DemoStaff of(Product product, String role) {
        return product.lines().stream()
                .map(line -> List.of(line.split(" ", -1)))
                .filter(words -> words.size() == 4 && words.get(0).equals("account"))
                .filter(words -> words.get(1).equals(role))
                .map(words -> new DemoStaff(role, words.get(2), words.get(3)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no account for " + role + " in " + product.lines()));
    }

    /** Signs in there. */
    Visitor signedIn(Product product) {
        Visitor visitor = new Visitor(product.address().toString());
        visitor.signIn(name, password);
        return visitor;
    }
}
