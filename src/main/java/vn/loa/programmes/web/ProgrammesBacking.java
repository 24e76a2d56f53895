package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.programmes.PublicProgrammes.Listed;

/** The communes whose loudspeakers have a programme: {@code /lich-phat}. */
@Named
@RequestScoped
public class ProgrammesBacking {
    @Inject
    private PublicProgrammes programmes;

    private List<Listed> stations = List.of();

    public void load() {
        stations = programmes.list();
    }

    public List<Listed> getStations() {
        return stations;
    }
}
