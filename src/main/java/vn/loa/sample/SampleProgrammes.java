package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import vn.loa.common.JsonFields;
import vn.loa.programmes.LoadSampleProgramme;
import vn.loa.programmes.StationSettings;

/** Reads the stations of the sample content. */
@ApplicationScoped
class SampleProgrammes {
    @Inject
    private LoadSampleProgramme load;

    /** One station with its programmes, in one transaction. */
    void load(JsonObject file) {
        var fields = new JsonFields(file);
        var unit = fields.text("locality");
        var settings = fields.optionalObject("settings", StationSettings::read).orElse(StationSettings.none());
        var published = fields.flag("published");
        fields.finish();
        load.load(unit, settings, published);
    }
}
