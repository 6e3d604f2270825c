import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';

/** What sort of facility a clinic is. */
export enum ClinicType {
  HOSPITAL = 'HOSPITAL',
  POLYCLINIC = 'POLYCLINIC',
  CLINIC = 'CLINIC',
  MEDICAL_CENTRE = 'MEDICAL_CENTRE',
  HEALTH_STATION = 'HEALTH_STATION',
  HEALTH_POST = 'HEALTH_POST',
  MATERNITY_HOME = 'MATERNITY_HOME',
  INFIRMARY = 'INFIRMARY',
  WORKPLACE_CLINIC = 'WORKPLACE_CLINIC',
  OTHER = 'OTHER',
}
registerEnumType(ClinicType, {
  name: 'ClinicType',
  description: 'What sort of health facility it is (loại hình).',
  valuesConfig: {
    HOSPITAL: { description: 'Hospital (bệnh viện).' },
    POLYCLINIC: { description: 'Polyclinic (phòng khám đa khoa).' },
    CLINIC: { description: 'Specialised or general clinic (phòng khám).' },
    MEDICAL_CENTRE: { description: 'Medical centre (trung tâm y tế).' },
    HEALTH_STATION: { description: 'Commune health station (trạm y tế).' },
    HEALTH_POST: { description: 'Health post that belongs to a station (điểm trạm).' },
    MATERNITY_HOME: { description: 'Maternity home (nhà hộ sinh).' },
    INFIRMARY: { description: 'Infirmary (bệnh xá).' },
    WORKPLACE_CLINIC: { description: 'Health service of a workplace or school (y tế cơ quan).' },
    OTHER: { description: 'Any other facility.' },
  },
});

/** Professional level since 2025-01-01 (Law 51/2024/QH15). */
export enum ClinicLevel {
  INITIAL = 'INITIAL',
  BASIC = 'BASIC',
  SPECIALISED = 'SPECIALISED',
}
registerEnumType(ClinicLevel, {
  name: 'ClinicLevel',
  description: 'Professional level since 2025-01-01 (cấp chuyên môn kỹ thuật).',
  valuesConfig: {
    INITIAL: { description: 'Initial level (cấp ban đầu).' },
    BASIC: { description: 'Basic level (cấp cơ bản).' },
    SPECIALISED: { description: 'Specialised level (cấp chuyên sâu).' },
  },
});

/** Level until 2024-12-31; rules of that time still refer to it. */
export enum FormerClinicLevel {
  CENTRAL = 'CENTRAL',
  PROVINCIAL = 'PROVINCIAL',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}
registerEnumType(FormerClinicLevel, {
  name: 'FormerClinicLevel',
  description: 'Level until 2024-12-31 (tuyến), which rules of that time still refer to.',
  valuesConfig: {
    CENTRAL: { description: 'Central (tuyến trung ương).' },
    PROVINCIAL: { description: 'Provincial (tuyến tỉnh).' },
    DISTRICT: { description: 'District (tuyến huyện).' },
    COMMUNE: { description: 'Commune (tuyến xã).' },
  },
});

@ObjectType({ description: 'The contract for insured examination and treatment (hợp đồng KCB BHYT).' })
export class ClinicContract {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the contract (YYYY-MM-DD), or null when unknown.',
  })
  validFrom: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the contract (YYYY-MM-DD), or null while it runs.',
  })
  validUntil: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a card can name this facility for initial registration (đăng ký KCB ban đầu); null when unknown.',
  })
  initialRegistration: boolean | null;
}

@ObjectType({ description: 'The authority to issue sick-leave certificates (cấp giấy nghỉ việc hưởng BHXH).' })
export class SickLeaveAuthority {
  @Field(() => DateScalar, { nullable: true, description: 'First day of the authority (YYYY-MM-DD).' })
  validFrom: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the authority (YYYY-MM-DD), or null while it lasts.',
  })
  validUntil: string | null;
}
