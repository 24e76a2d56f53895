package vn.loa.testing.container;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** Gives a page records to show. Expressions reach public beans only. */
@Named
@RequestScoped
public class CardBacking {
    record Card(String title, Optional<String> note) {}

    public Card getCard() {
        return new Card("Giảm nghèo", Optional.of("về thông tin"));
    }
}
